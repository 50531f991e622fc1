using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CxMetrics.Storage.Dimensions;

/// <summary>What this process knows to be committed, shared by its writers.</summary>
/// <remarks>Past the limit it is emptied and fills again with what is in use.</remarks>
internal sealed class Remembered<TName, TValue>(int most)
    where TName : notnull
{
    private readonly ConcurrentDictionary<TName, TValue> _values = new();

    public bool TryFind(TName name, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(name, out value);

    public void Remember(TName name, TValue value)
    {
        if (_values.Count >= most)
        {
            _values.Clear();
        }

        _values[name] = value;
    }

    public void Clear() => _values.Clear();
}
