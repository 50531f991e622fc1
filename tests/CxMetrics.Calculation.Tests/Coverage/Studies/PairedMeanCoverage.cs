using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The change of a mean of ratings where some or all answered twice.</summary>
/// <remarks>Of those who answered twice two thirds give the same answer again; the others answer anew.</remarks>
internal static class PairedMeanCoverage
{
    private const double Same = 2.0 / 3;
    private const int Samples = 20_000;

    private static readonly (int Pairs, int Others)[] Sizes =
    [
        (10, 0),
        (20, 0),
        (50, 0),
        (200, 0),
        (10, 10),
        (20, 20),
        (20, 80),
    ];

    private static readonly (string First, string Second)[] Settings =
    [
        ("typical", "typical"),
        ("top-heavy", "top-heavy"),
        ("typical", "top-heavy"),
        ("polarised", "polarised"),
    ];

    public static CoverageStudy Study { get; } =
        FoldedStudy.Simulated(
            "change of a mean of the same people",
            "pairs",
            ["**t of overlapping samples**"],
            from size in Sizes
            from setting in Settings
            select Setting(size.Pairs, size.Others, setting.First, setting.Second)
        );

    private static SimulatedSetting Setting(int pairs, int others, string first, string second)
    {
        double[] before = RatingDistributions.Find(first);
        double[] anew = RatingDistributions.Find(second);

        // With the share that stays the second time is a mixture of both distributions.
        double[] after = [.. before.Zip(anew, (one, other) => (Same * one) + ((1 - Same) * other))];
        return new SimulatedSetting(
            [
                others == 0 ? $"{pairs}" : $"{pairs}, and {others} others each time",
                string.Equals(first, second, StringComparison.Ordinal) ? first : $"{first}, then {second}",
            ],
            Samples,
            RatingDistributions.Mean(after) - RatingDistributions.Mean(before),
            (random, limits) => limits[0] = Draw(random, pairs, others, before, anew, after)
        );
    }

    private static IntervalLimits? Draw(
        Random random,
        int pairs,
        int others,
        double[] before,
        double[] anew,
        double[] after
    )
    {
        double[] firsts = Draws.Many(pairs, () => Draws.Class(random, before));
        double[] seconds =
        [
            .. firsts.Select(rating => random.NextDouble() < Same ? rating : Draws.Class(random, anew)),
        ];
        return PairedMeanDifference
            .FromOverlappingSamples(
                Draws.Many(others, () => Draws.Class(random, before)),
                Draws.Many(others, () => Draws.Class(random, after)),
                firsts,
                seconds
            )
            .Limits();
    }
}
