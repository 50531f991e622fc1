using CxMetrics.Calculation;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Revenue;
using CxMetrics.Calculation.Survival;
using CxMetrics.Calculation.Trends;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Api.Results;

/// <summary>The interval methods on offer, by name.</summary>
internal static class IntervalMethods
{
    public static KnownNames<NetScoreIntervalMethod> NetScore { get; } = new(method => method.ToShortName());

    public static KnownNames<ShareIntervalMethod> Share { get; } = new(method => method.ToShortName());

    public static KnownNames<MeanIntervalMethod> Mean { get; } = new(method => method.ToShortName());

    /// <summary>Of numbers without a scale, which have no pseudo-answers.</summary>
    public static KnownNames<MeanIntervalMethod> AnyMean { get; } =
        new([MeanIntervalMethod.StudentT], method => method.ToShortName());

    public static KnownNames<WeightingVariance> WeightedNetScore { get; } =
        new(variance =>
            variance switch
            {
                WeightingVariance.Kish => IntervalMethodNames.TangoKish,
                WeightingVariance.Linearized => IntervalMethodNames.TangoLinearized,
            }
        );

    public static KnownNames<WeightingVariance> WeightedShare { get; } =
        new(variance =>
            variance switch
            {
                WeightingVariance.Kish => IntervalMethodNames.WilsonKish,
                WeightingVariance.Linearized => IntervalMethodNames.WilsonLinearized,
            }
        );

    public static KnownNames<NetScoreDifferenceMethod> NetScoreDifference { get; } =
        new(method => method.ToShortName());

    public static KnownNames<ShareDifferenceMethod> ShareDifference { get; } = new(method => method.ToShortName());

    public static KnownNames<MeanDifferenceMethod> RatingDifference { get; } = new(method => method.ToShortName());

    /// <summary>Of numbers without a scale.</summary>
    public static KnownNames<MeanDifferenceMethod> MeanDifference { get; } =
        new([MeanDifferenceMethod.Welch], method => method.ToShortName());

    public static KnownNames<SurvivalIntervalMethod> Survival { get; } = new(method => method.ToShortName());

    public static KnownNames<NetRetentionIntervalMethod> NetRetention { get; } = new(method => method.ToShortName());

    public static KnownNames<SimpleLifetimeValueMethod> SimpleLifetimeValue { get; } =
        new(method => method.ToShortName());

    public static KnownNames<SenIntervalMethod> SenSlope { get; } = new(method => method.ToShortName());
}
