using System.ComponentModel;

namespace CxMetrics.Api.Calculations.Trends;

/// <summary>Whether a series rises or falls, and how fast.</summary>
internal sealed record TrendResult
{
    [Description("The test for a trend in one direction, straight or not.")]
    public required MannKendallTestResult MannKendall { get; init; }

    [Description(
        "The median of the slopes between all pairs: change per unit of time that few wild values cannot move."
    )]
    public required SenSlopeResult SenSlope { get; init; }

    [Description("The straight line by least squares; null when it was not fitted.")]
    public required TrendLineResult? Line { get; init; }

    [Description("Why there is no line; null when there is one.")]
    public required NotFittedResult? NotFitted { get; init; }
}
