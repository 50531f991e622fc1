using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Tests.Reference;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The intervals for a net score that are compared, by their key in the reference.</summary>
public static class NetScoreCandidates
{
    private static readonly RatingScale Codes = new(-1, 1, ScaleDirection.HigherIsBetter);

    public static IReadOnlyList<(string Key, Func<NetCounts, IntervalLimits> Limits)> All { get; } =
    [
        ("wald", counts => WaldInterval.FromCounts(counts).ClippedTo(-1, 1)),
        ("aw_rocks", counts => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.Rocks)),
        ("aw_agresti_min", counts => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.AgrestiMin)),
        ("aw_bonett_price", counts => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.BonettPrice)),
        ("aw_uniform3", counts => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.Uniform)),
        ("aw_add4", counts => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.AddFour)),
        ("t_interval", StudentT),
        ("tango_score", counts => TangoScoreInterval.FromCounts(counts)),
    ];

    private static IntervalLimits StudentT(NetCounts counts) =>
        RatingCases
            .StudentT(new RatingDistribution(Codes, [counts.Negative, counts.Neutral, counts.Positive]), 0.95)!
            .Value.ClippedTo(-1, 1);
}
