using Microsoft.Data.Sqlite;

namespace CxMetrics.Benchmarks.Databases.Sqlite;

/// <summary>The keys of one dimension's names in a database that nobody else writes to.</summary>
internal sealed class DimensionKeys(SqliteConnection connection, string insertSql) : IDisposable
{
    // Boxed once: a key is a parameter value far more often than it is new.
    private readonly Dictionary<string, object> _known = new(StringComparer.Ordinal);
    private readonly PreparedCommand _insert = new(connection, insertSql, "@Key", "@Name");

    public object FindOrAdd(string name, SqliteTransaction transaction)
    {
        if (!_known.TryGetValue(name, out object? key))
        {
            key = _known.Count + 1L;
            _insert.Execute(transaction, key, name);
            _known.Add(name, key);
        }

        return key;
    }

    public void Dispose() => _insert.Dispose();
}
