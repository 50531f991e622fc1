namespace CxMetrics.Storage;

/// <summary>The databases that facts can be kept in.</summary>
public enum StorageProvider
{
    /// <summary>A file beside the process; needs nothing else.</summary>
    Sqlite,

    /// <summary>Known as a setting, refused at start by this version.</summary>
    SqlServer,
}
