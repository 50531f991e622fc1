namespace CxMetrics.Benchmarks.Databases;

/// <summary>A kind of database that the service can run on, and where its databases are made. What a runner must know of a dialect is here.</summary>
internal interface IBenchmarkDatabases
{
    /// <summary>How reports call it.</summary>
    string Name { get; }

    /// <summary>A database by its name: one that an earlier run has left, or a new one that the service makes when it first starts.</summary>
    IBenchmarkDatabase Open(string name);
}
