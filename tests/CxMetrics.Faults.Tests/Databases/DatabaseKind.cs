namespace CxMetrics.Faults.Tests.Databases;

/// <summary>The databases that every fault is tried on.</summary>
public enum DatabaseKind
{
    Sqlite,
    SqlServer,
}
