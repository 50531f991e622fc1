using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Tests.Reference;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The intervals for a net score that are compared, by their name on the page and their key in the reference.</summary>
public static class NetScoreCandidates
{
    private static readonly RatingScale Codes = new(-1, 1, ScaleDirection.HigherIsBetter);

    public static IReadOnlyList<(string Name, string Key, Func<NetCounts, IntervalLimits> Limits)> All { get; } =
    [
        ("**Tango**", "tango_score", counts => TangoScoreInterval.FromCounts(counts)),
        ("Wald", "wald", counts => WaldInterval.FromCounts(counts).ClippedTo(-1, 1)),
        ("t", "t_interval", StudentT),
        ("+ ¾, 1½, ¾", "aw_rocks", counts => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.Rocks)),
        ("+ ½, 1, ½", "aw_agresti_min", counts => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.AgrestiMin)),
        ("+ 1, 0, 1", "aw_bonett_price", counts => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.BonettPrice)),
        ("+ 1, 1, 1", "aw_uniform3", counts => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.Uniform)),
        ("+ 1, 2, 1", "aw_add4", counts => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.AddFour)),
    ];

    public static IEnumerable<string> Names => All.Select(item => item.Name);

    private static IntervalLimits StudentT(NetCounts counts) =>
        RatingCases
            .StudentT(new RatingDistribution(Codes, [counts.Negative, counts.Neutral, counts.Positive]), 0.95)!
            .Value.ClippedTo(-1, 1);
}
