using System.Globalization;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The difference and the ratio of two shares: every pair of samples is enumerated.</summary>
public static class ShareDifferenceCoverage
{
    private const int FewTrials = 20;

    // The true shares .02, .04 to .98 on each side.
    private const int Steps = 50;

    private static readonly (int First, int Second)[] Sizes =
    [
        (10, 10),
        (20, 20),
        (10, 50),
        (50, 50),
        (20, 200),
        (200, 200),
    ];

    private static readonly (double First, double Second)[] Settings =
    [
        (0.50, 0.50),
        (0.80, 0.90),
        (0.90, 0.90),
        (0.95, 0.99),
    ];

    private static readonly (string Name, Func<ShareCounts, ShareCounts, IntervalLimits> Limits)[] Candidates =
    [
        ("**Newcombe**", (one, other) => NewcombeInterval.FromCounts(one, other)),
        ("Miettinen-Nurminen", (one, other) => MiettinenNurminenInterval.FromCounts(one, other)),
        ("Agresti-Caffo", (one, other) => AgrestiCaffoInterval.FromCounts(one, other)),
        ("Wald", (one, other) => WaldDifference.OfShares(one, other).Limits().ClippedTo(-1, 1)),
    ];

    public static CoverageStudy Study { get; } =
        FoldedStudy.Of(
            "difference of shares",
            "trials",
            [.. Candidates.Select(item => item.Name)],
            from size in Sizes
            from shares in Settings
            select new CoverageSetting([Label(size), Label(shares)], () => Figures(size, shares))
            {
                IsQuick = size.First + size.Second <= 2 * FewTrials,
            }
        );

    public static CoverageStudy OverAllShares { get; } =
        new(
            "difference of shares over all shares",
            ["trials", .. Candidates.Select(item => item.Name)],
            [
                .. Sizes.Select(size => new CoverageRow([Label(size)], () => CellsOverAllShares(size))
                {
                    IsQuick = size == Sizes[0],
                }),
            ]
        );

    public static CoverageStudy Ratios { get; } =
        FoldedStudy.Of(
            "ratio of shares",
            "trials",
            ["**Katz**"],
            from size in Sizes
            from shares in Settings
            select new CoverageSetting([Label(size), Label(shares)], () => [RatioFigure(size, shares)])
            {
                IsQuick = true,
            }
        );

    private static string Label((int First, int Second) size) => $"{size.First} and {size.Second}";

    private static string Label((double First, double Second) shares) =>
        string.Create(CultureInfo.InvariantCulture, $"{shares.First:0.00} and {shares.Second:0.00}");

    private static CoverageFigure[] Figures((int First, int Second) size, (double First, double Second) shares) =>
        [
            .. Candidates.Select(candidate =>
                TallyOf(size, shares, shares.Second - shares.First, (one, other) => candidate.Limits(one, other)).Figure
            ),
        ];

    private static CoverageFigure RatioFigure((int First, int Second) size, (double First, double Second) shares) =>
        TallyOf(
            size,
            shares,
            shares.Second / shares.First,
            (one, other) => RiskRatio.FromCounts(one, other).Limits()
        ).Figure;

    private static CoverageTally TallyOf(
        (int First, int Second) size,
        (double First, double Second) shares,
        double truth,
        Func<ShareCounts, ShareCounts, IntervalLimits?> limits
    )
    {
        var tally = new CoverageTally();
        double[] ones = MultinomialTerms.Binomial(size.First, shares.First);
        double[] others = MultinomialTerms.Binomial(size.Second, shares.Second);
        for (int one = 0; one < ones.Length; one++)
        {
            for (int other = 0; other < others.Length; other++)
            {
                tally.Add(
                    limits(new ShareCounts(one, size.First), new ShareCounts(other, size.Second)),
                    truth,
                    ones[one] * others[other]
                );
            }
        }

        return tally;
    }

    private static string[] CellsOverAllShares((int First, int Second) size)
    {
        double[][] ones =
        [
            .. Enumerable.Range(1, Steps - 1).Select(step => MultinomialTerms.Binomial(size.First, TruthOf(step))),
        ];
        double[][] others =
        [
            .. Enumerable.Range(1, Steps - 1).Select(step => MultinomialTerms.Binomial(size.Second, TruthOf(step))),
        ];
        return
        [
            .. Candidates.Select(candidate =>
            {
                IntervalLimits[,] limits = AllLimits(size, candidate.Limits);
                double[] coverages = new double[ones.Length * others.Length];
                Parallel.For(
                    0,
                    coverages.Length,
                    pair =>
                    {
                        (int first, int second) = Math.DivRem(pair, others.Length);
                        double truth = TruthOf(second + 1) - TruthOf(first + 1);
                        coverages[pair] = CoverageAt(truth, ones[first], others[second], limits);
                    }
                );
                return $"{CoverageDistribution.Of(coverages)} / {CoverageFigure.Share(coverages.Min())}";
            }),
        ];
    }

    private static double TruthOf(int step) => (double)step / Steps;

    private static IntervalLimits[,] AllLimits(
        (int First, int Second) size,
        Func<ShareCounts, ShareCounts, IntervalLimits> limitsOf
    )
    {
        IntervalLimits[,] limits = new IntervalLimits[size.First + 1, size.Second + 1];
        for (int one = 0; one <= size.First; one++)
        {
            for (int other = 0; other <= size.Second; other++)
            {
                limits[one, other] = limitsOf(new ShareCounts(one, size.First), new ShareCounts(other, size.Second));
            }
        }

        return limits;
    }

    private static double CoverageAt(double truth, double[] ones, double[] others, IntervalLimits[,] limits)
    {
        double coverage = 0;
        for (int one = 0; one < ones.Length; one++)
        {
            double held = 0;
            for (int other = 0; other < others.Length; other++)
            {
                held += CoverageTally.Holds(limits[one, other], truth) ? others[other] : 0;
            }

            coverage += ones[one] * held;
        }

        return coverage;
    }
}
