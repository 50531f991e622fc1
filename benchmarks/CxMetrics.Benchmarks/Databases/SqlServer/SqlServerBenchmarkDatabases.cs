namespace CxMetrics.Benchmarks.Databases.SqlServer;

/// <summary>Databases on a server: each is dropped after use, or stays under its name.</summary>
internal sealed class SqlServerBenchmarkDatabases(BenchmarkServer server, bool isKept) : IBenchmarkDatabases
{
    private const string Prefix = "bench-";

    public string Name => server.Product;

    // Others may measure on the same server.
    public IBenchmarkDatabase Open(string name) =>
        new SqlServerBenchmarkDatabase(server, Prefix + (isKept ? name : $"{name}-{Guid.NewGuid():N}"), isKept);
}
