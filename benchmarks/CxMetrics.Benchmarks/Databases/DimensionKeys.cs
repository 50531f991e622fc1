using System.Data.Common;

namespace CxMetrics.Benchmarks.Databases;

/// <summary>The keys of one dimension's names in a database that nobody else writes to.</summary>
/// <param name="add">Adds the name it is given, and returns its key.</param>
internal sealed class DimensionKeys(PreparedCommand add) : IDisposable
{
    // Boxed once: a key is a parameter value far more often than it is new.
    private readonly Dictionary<string, object> _known = new(StringComparer.Ordinal);

    public object FindOrAdd(string name, DbTransaction transaction)
    {
        if (!_known.TryGetValue(name, out object? key))
        {
            key = add.ExecuteScalar(transaction, name);
            _known.Add(name, key);
        }

        return key;
    }

    public void Dispose() => add.Dispose();
}
