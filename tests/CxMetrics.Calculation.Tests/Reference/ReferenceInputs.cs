using System.Text.Json;

namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>The inputs of one case; remembers which were read, so that an input nobody read is a failure.</summary>
public sealed class ReferenceInputs(JsonElement inputs)
{
    private readonly HashSet<string> _unread = [.. inputs.EnumerateObject().Select(property => property.Name)];

    public IReadOnlyCollection<string> Unread => _unread;

    public double Level => Number("level");

    public double Number(string name) => Take(name).GetDouble();

    public long Count(string name) => Take(name).GetInt64();

    public double[] Numbers(string name) => [.. Take(name).EnumerateArray().Select(item => item.GetDouble())];

    public bool Has(string name) =>
        inputs.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    public string Text(string name) => Take(name).GetString()!;

    /// <summary>The inputs that an input consists of.</summary>
    public JsonElement Element(string name) => Take(name);

    /// <summary>Marks an input as read that only says where the numbers come from.</summary>
    public void Pass(string name) => _unread.Remove(name);

    public long[] Counts(string name) => [.. Take(name).EnumerateArray().Select(item => item.GetInt64())];

    private JsonElement Take(string name)
    {
        _unread.Remove(name);
        return inputs.GetProperty(name);
    }
}
