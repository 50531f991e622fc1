using System.Globalization;
using System.Text.Json;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>One share: binomial sums at 1,999 true shares from 0.0005 to 0.9995.</summary>
public static class ShareCoverage
{
    private const int Truths = 1_999;
    private const int FewTrials = 20;

    private static readonly (string Name, string Key, Func<long, long, IntervalLimits> Limits)[] Candidates =
    [
        ("**Wilson**", "wilson", (x, n) => WilsonInterval.FromCounts(x, n)),
        ("Wald", "wald", (x, n) => WaldInterval.FromCounts(x, n).ClippedTo(0, 1)),
        ("Wilson, continuity corrected", "wilson_cc", (x, n) => WilsonContinuityCorrectedInterval.FromCounts(x, n)),
        ("Agresti-Coull", "agresti_coull", (x, n) => AgrestiCoullInterval.FromCounts(x, n)),
        ("Jeffreys", "jeffreys", (x, n) => JeffreysInterval.FromCounts(x, n)),
        ("Clopper-Pearson", "clopper_pearson", (x, n) => ClopperPearsonInterval.FromCounts(x, n)),
    ];

    public static CoverageStudy Study { get; } =
        new(
            "share",
            ["trials", .. Candidates.Select(item => item.Name)],
            [.. CoverageFile.Rows("proportion").Select(ToRow)]
        );

    private static CoverageRow ToRow(JsonElement row)
    {
        int n = row.GetProperty("n").GetInt32();
        return new CoverageRow([n.ToString("N0", CultureInfo.InvariantCulture)], () => Cells(row, n))
        {
            IsQuick = n <= FewTrials,
        };
    }

    private static string[] Cells(JsonElement row, int n)
    {
        double[][] probabilities =
        [
            .. Enumerable.Range(1, Truths).Select(truth => MultinomialTerms.Binomial(n, TruthOf(truth))),
        ];
        return
        [
            .. Candidates.Select(candidate =>
            {
                IntervalLimits[] limits = [.. Enumerable.Range(0, n + 1).Select(x => candidate.Limits(x, n))];
                (double Truth, CoverageTally Tally)[] tallies =
                [
                    .. Enumerable
                        .Range(1, Truths)
                        .Select(truth => (TruthOf(truth), TallyOf(limits, TruthOf(truth), probabilities[truth - 1]))),
                ];
                return Cell(tallies, row.GetProperty(candidate.Key), candidate.Name);
            }),
        ];
    }

    private static string Cell((double Truth, CoverageTally Tally)[] tallies, JsonElement expected, string what)
    {
        CoverageDistribution all = CoverageDistribution.Of(tallies.Select(item => item.Tally.Coverage));
        double least = tallies.Where(item => item.Truth is >= 0.01 and <= 0.99).Min(item => item.Tally.Coverage);
        (string Key, double Value)[] figures =
        [
            ("mean", all.Mean),
            ("p05", all.FifthPercentile),
            ("min_between_01_and_99", least),
            ("mean_for_share_above_90", tallies.Where(item => item.Truth > 0.9).Average(item => item.Tally.Coverage)),
            ("mean_width", tallies.Average(item => item.Tally.MeanWidth)),
        ];
        foreach ((string key, double value) in figures)
        {
            value
                .Should()
                .BeApproximately(expected.GetProperty(key).GetDouble(), CoverageFile.Rounding, $"{what}, {key}");
        }

        return $"{all} / {CoverageFigure.Share(least)}";
    }

    private static double TruthOf(int index) => index / (Truths + 1.0);

    private static CoverageTally TallyOf(IntervalLimits[] limits, double truth, double[] probabilities)
    {
        var tally = new CoverageTally();
        for (int x = 0; x < limits.Length; x++)
        {
            tally.Add(limits[x], truth, probabilities[x]);
        }

        return tally;
    }
}
