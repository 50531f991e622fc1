using CxMetrics.Storage.Connections;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Dimensions;

/// <summary>The keys of one dimension's names, looked up once and remembered.</summary>
/// <remarks>
/// Only what exists is remembered: another process may add a name at any time, none ever takes one away. It belongs to a
/// write session and is thrown away with it, so a key whose transaction failed is not remembered either.
/// </remarks>
internal sealed class SqliteDimensionKeys(SqliteConnection connection, DimensionSql sql) : IDisposable
{
    /// <summary>Customers are many: past this the memory is cleared and fills again with those who are active.</summary>
    private const int MostRemembered = 200_000;

    private readonly Dictionary<string, long> _remembered = new(StringComparer.Ordinal);
    private readonly SqliteStatement _find = new(connection, sql.Find);
    private readonly SqliteStatement _insert = new(connection, sql.Insert);

    /// <summary>The key of a name that exists; null when there is none.</summary>
    public long? Find(string name)
    {
        if (_remembered.TryGetValue(name, out long remembered))
        {
            return remembered;
        }

        long? found = _find.Bind(1, name).FindInt64();
        return found is { } key ? Remember(name, key) : null;
    }

    /// <summary>The key of a name, added when it is new; 0 for no name.</summary>
    public long FindOrAdd(string? name)
    {
        if (name is null)
        {
            return 0;
        }

        if (_remembered.TryGetValue(name, out long remembered))
        {
            return remembered;
        }

        _insert.Bind(1, name).Execute();
        return _insert.Changes == 1
            ? Remember(name, _insert.LastInsertedKey)
            : Remember(name, _find.Bind(1, name).FindInt64()!.Value);
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
    }

    private long Remember(string name, long key)
    {
        if (_remembered.Count >= MostRemembered)
        {
            _remembered.Clear();
        }

        _remembered[name] = key;
        return key;
    }
}
