using System.Text.Json;

namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>One case of a reference file: inputs, and the numbers that well-known software makes of them.</summary>
public sealed record ReferenceCase(
    string File,
    string Topic,
    string Id,
    string Method,
    JsonElement Inputs,
    JsonElement Expected,
    JsonElement? Tolerance
)
{
    public string Name => $"{File}/{Id}";

    public override string ToString() => Name;
}
