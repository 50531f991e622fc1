using System.ComponentModel;

namespace CxMetrics.Api.Calculations;

/// <summary>What every calculation accepts besides its numbers.</summary>
internal abstract record CalculationRequest
{
    [Description("Two-sided confidence level, 0.5 to 0.999. Default 0.95.")]
    public double? Confidence { get; init; }

    [Description("Interval method, by name. Default: the recommended one.")]
    public string? Method { get; init; }
}
