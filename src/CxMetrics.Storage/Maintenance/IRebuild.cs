namespace CxMetrics.Storage.Maintenance;

/// <summary>Replaces the daily counts of a database by a recount for the reporting zone of now.</summary>
internal interface IRebuild
{
    void Run(CancellationToken cancellationToken);
}
