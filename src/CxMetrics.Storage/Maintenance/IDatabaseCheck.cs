namespace CxMetrics.Storage.Maintenance;

/// <summary>Looks for anything wrong in a database.</summary>
internal interface IDatabaseCheck
{
    CheckReport Run(CancellationToken cancellationToken);
}
