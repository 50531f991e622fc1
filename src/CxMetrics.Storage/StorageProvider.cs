namespace CxMetrics.Storage;

/// <summary>The databases that facts can be kept in.</summary>
public enum StorageProvider
{
    /// <summary>A file beside the process; needs nothing else.</summary>
    Sqlite,

    /// <summary>SQL Server 2019 or later, or Azure SQL: several processes may share one.</summary>
    SqlServer,
}
