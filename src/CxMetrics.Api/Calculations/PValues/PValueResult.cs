using System.ComponentModel;

namespace CxMetrics.Api.Calculations.PValues;

/// <summary>Adjusted p-values.</summary>
internal sealed record PValueResult
{
    [Description("The adjusted p-values, in the order of the request.")]
    public required IReadOnlyList<double> Adjusted { get; init; }

    [Description("The method that adjusted them.")]
    public required string Method { get; init; }

    [Description("How many there are.")]
    public required long N { get; init; }
}
