namespace CxMetrics.Benchmarks.Databases.Sqlite;

/// <summary>SQLite files: in a folder where they stay, or each in a temporary folder of its own.</summary>
internal sealed class SqliteBenchmarkDatabases(DirectoryInfo? folder) : IBenchmarkDatabases
{
    public string Name => "SQLite";

    public IBenchmarkDatabase Open(string name)
    {
        if (folder is null)
        {
            return SqliteBenchmarkDatabase.CreateTemporary(name);
        }

        folder.Create();
        return new SqliteBenchmarkDatabase(Path.Combine(folder.FullName, name + ".db"));
    }
}
