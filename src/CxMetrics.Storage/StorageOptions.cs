namespace CxMetrics.Storage;

/// <summary>Where facts are kept and how they get there: the section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    /// <summary>The name of the section.</summary>
    public const string SectionName = "Storage";

    /// <summary>The kind of database.</summary>
    /// <value>The default is <see cref="StorageProvider.Sqlite"/>.</value>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>How to reach the database. For SQLite the folder of the file is created when it is missing.</summary>
    /// <value>The default is <c>Data Source=data/cxmetrics.db</c>.</value>
    public string ConnectionString { get; set; } = "Data Source=data/cxmetrics.db";

    /// <summary>Where scores and responses are read, when that is another place: a secondary of SQL Server, a little behind.</summary>
    /// <value>The default is null: reads go where writes go.</value>
    public string? ReadConnectionString { get; set; }

    /// <summary>How many transactions of this process may write at once, 1 to 16. SQLite takes one.</summary>
    /// <value>The default is null: 1 on SQLite, 2 on SQL Server.</value>
    public int? Writers { get; set; }

    /// <summary>How many facts may wait in front of the store before senders are refused.</summary>
    /// <value>The default is 50,000: about a second of work.</value>
    public int QueueCapacity { get; set; } = 50_000;

    /// <summary>How many facts of different callers share a transaction at most. One caller's batch is never split.</summary>
    /// <value>The default is 20,000: a quarter to half a second of work, so that a single fact does not wait long behind a stream.</value>
    public int MaxGroupFacts { get; set; } = 20_000;

    /// <summary>
    /// How long to wait while others keep this process from writing: one writes to the same file (SQLite), makes the daily
    /// counts anew, or holds rows that are needed (SQL Server). Senders then get 503.
    /// </summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary><see cref="Writers"/>, or what the provider does without it.</summary>
    internal int WriterCount =>
        Writers
        ?? Provider switch
        {
            StorageProvider.Sqlite => 1,
            StorageProvider.SqlServer => 2,
        };
}
