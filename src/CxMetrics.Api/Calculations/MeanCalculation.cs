using System.ComponentModel;

namespace CxMetrics.Api.Calculations;

[Description("The mean of values, each with a weight if weights are given.")]
internal sealed record MeanCalculation : CalculationRequest
{
    [Description("The values, at most 1,000,000.")]
    public IReadOnlyList<double>? Values { get; init; }

    [Description("One weight per value, none negative, not all zero.")]
    public IReadOnlyList<double>? Weights { get; init; }
}
