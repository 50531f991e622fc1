using System.Globalization;
using System.Text.Json;
using CxMetrics.Calculation.Intervals;
using MathNet.Numerics;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>One share: binomial sums at 1,999 true shares from 0.0005 to 0.9995.</summary>
public sealed class ShareCoverage
{
    private const int Truths = 1_999;
    private const double Rounding = 0.000051;

    private static readonly (string Key, Func<long, long, IntervalLimits> Limits)[] Candidates =
    [
        ("wald", (x, n) => WaldInterval.FromCounts(x, n).ClippedTo(0, 1)),
        ("wilson", (x, n) => WilsonInterval.FromCounts(x, n)),
        ("wilson_cc", (x, n) => WilsonContinuityCorrectedInterval.FromCounts(x, n)),
        ("agresti_coull", (x, n) => AgrestiCoullInterval.FromCounts(x, n)),
        ("jeffreys", (x, n) => JeffreysInterval.FromCounts(x, n)),
        ("clopper_pearson", (x, n) => ClopperPearsonInterval.FromCounts(x, n)),
    ];

    public static IEnumerable<JsonElement> SmallRows() => Rows().Where(row => row.GetProperty("n").GetInt32() <= 50);

    [TestCaseSource(nameof(SmallRows))]
    public void Coverage_OfASmallSample_IsThatOfTheReference(JsonElement row) => Compare(row);

    [Test]
    [Category("Coverage")]
    [Explicit("Takes seconds.")]
    public void Coverage_OfAllRows_IsThatOfTheReferenceAndOfThePage()
    {
        CoverageTable table = new(["trials", .. Candidates.Select(item => item.Key)]);
        foreach (JsonElement row in Rows())
        {
            table.Add([row.GetProperty("n").ToString(), .. Compare(row)]);
        }

        CoveragePage.Show("share", table);
    }

    private static IReadOnlyList<JsonElement> Rows() => CoverageFile.Rows("proportion");

    private static string[] Compare(JsonElement row)
    {
        int n = row.GetProperty("n").GetInt32();
        double[][] probabilities = [.. Enumerable.Range(1, Truths).Select(truth => Probabilities(n, TruthOf(truth)))];
        return
        [
            .. Candidates.Select(candidate =>
                Compare(candidate.Limits, n, probabilities, row.GetProperty(candidate.Key))
            ),
        ];
    }

    private static string Compare(
        Func<long, long, IntervalLimits> limitsOf,
        int n,
        double[][] probabilities,
        JsonElement expected
    )
    {
        IntervalLimits[] limits = [.. Enumerable.Range(0, n + 1).Select(x => limitsOf(x, n))];
        (double Truth, CoverageTally Tally)[] tallies =
        [
            .. Enumerable
                .Range(1, Truths)
                .Select(truth => (TruthOf(truth), TallyOf(limits, TruthOf(truth), probabilities[truth - 1]))),
        ];
        double[] sorted = [.. tallies.Select(item => item.Tally.Coverage).Order()];
        double mean = sorted.Average();
        double fifth = Percentile(sorted, 0.05);
        double least = tallies.Where(item => item.Truth is >= 0.01 and <= 0.99).Min(item => item.Tally.Coverage);
        double high = tallies.Where(item => item.Truth > 0.9).Average(item => item.Tally.Coverage);
        mean.Should().BeApproximately(expected.GetProperty("mean").GetDouble(), Rounding);
        fifth.Should().BeApproximately(expected.GetProperty("p05").GetDouble(), Rounding);
        least.Should().BeApproximately(expected.GetProperty("min_between_01_and_99").GetDouble(), Rounding);
        high.Should().BeApproximately(expected.GetProperty("mean_for_share_above_90").GetDouble(), Rounding);
        tallies
            .Average(item => item.Tally.MeanWidth)
            .Should()
            .BeApproximately(expected.GetProperty("mean_width").GetDouble(), Rounding);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{CoverageTable.Share(mean)} / {CoverageTable.Share(fifth)} / {CoverageTable.Share(least)}"
        );
    }

    private static double TruthOf(int index) => index / (Truths + 1.0);

    private static CoverageTally TallyOf(IntervalLimits[] limits, double truth, double[] probabilities)
    {
        var tally = new CoverageTally();
        for (int x = 0; x < limits.Length; x++)
        {
            tally.Add(limits[x].Lower, limits[x].Upper, truth, probabilities[x]);
        }

        return tally;
    }

    private static double[] Probabilities(int n, double truth) =>
        [
            .. Enumerable
                .Range(0, n + 1)
                .Select(x =>
                    Math.Exp(
                        SpecialFunctions.BinomialLn(n, x) + (x * Math.Log(truth)) + ((n - x) * Math.Log(1 - truth))
                    )
                ),
        ];

    // Linear between order statistics, as numpy has it.
    private static double Percentile(double[] sorted, double probability)
    {
        double place = probability * (sorted.Length - 1);
        int below = (int)place;
        return sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
