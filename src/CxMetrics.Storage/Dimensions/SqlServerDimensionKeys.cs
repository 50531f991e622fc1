using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Dimensions;

/// <summary>The keys of one dimension's names, added many at a time and remembered by the process.</summary>
/// <remarks>
/// Names are committed before the facts that use them, so that a name new to several writers keeps nobody waiting for a whole
/// group. What a group that fails leaves behind is a name without facts, which means nothing.
/// </remarks>
internal sealed class SqlServerDimensionKeys(SqlServerStatement findOrAdd)
{
    /// <summary>Customers are many: past this the memory is emptied and fills again with those who are active.</summary>
    private const int MostRemembered = 200_000;

    private readonly Remembered<string, long> _remembered = new(MostRemembered);

    /// <summary>The keys of all names, with those that are new added.</summary>
    public Dictionary<string, long> FindOrAdd(SqlConnection connection, IEnumerable<string?> names)
    {
        var keys = new Dictionary<string, long>(StringComparer.Ordinal);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string name in names.OfType<string>())
        {
            if (_remembered.TryFind(name, out long key))
            {
                keys[name] = key;
            }
            else
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            Add(connection, missing, keys);
        }

        return keys;
    }

    public void Forget() => _remembered.Clear();

    private void Add(SqlConnection connection, SortedSet<string> missing, Dictionary<string, long> keys)
    {
        var rows = new SqlServerRows(SqlServerRowType.Names);
        foreach (string name in missing)
        {
            rows.Add(name);
        }

        foreach (
            NameKeyRow row in connection.Query<NameKeyRow>(findOrAdd, new SqlServerParameters().Table("Names", rows))
        )
        {
            keys[row.Name] = row.NameKey;
            _remembered.Remember(row.Name, row.NameKey);
        }
    }
}
