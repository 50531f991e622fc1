using System.Text.Json;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The difference of two net scores: every pair of samples is enumerated.</summary>
public sealed class NetScoreDifferenceCoverage
{
    private const double Rounding = 0.000051;

    public static IEnumerable<JsonElement> SmallRows() =>
        Rows().Where(row => row.GetProperty("n_each").GetInt32() == 10);

    [TestCaseSource(nameof(SmallRows))]
    public void Coverage_OfSmallSamples_IsThatOfTheReference(JsonElement row) => Compare(row);

    [Test]
    [Category("Coverage")]
    [Explicit("Enumerates millions of pairs of samples.")]
    public void Coverage_OfAllRows_IsThatOfTheReferenceAndOfThePage()
    {
        CoverageTable table = new(
            "answers in each",
            "first",
            "second",
            "Wald",
            "adjusted Wald",
            "square-and-add of Tango"
        );
        foreach (JsonElement row in Rows())
        {
            table.Add([
                row.GetProperty("n_each").ToString(),
                row.GetProperty("a").GetString()!,
                row.GetProperty("b").GetString()!,
                .. Compare(row),
            ]);
        }

        CoveragePage.Show("net score difference", table);
    }

    private static IReadOnlyList<JsonElement> Rows() => CoverageFile.Rows("nps_two_sample");

    private static string[] Compare(JsonElement row)
    {
        NetShares first = NetDistributions.Find(row.GetProperty("a").GetString()!)!;
        NetShares second = NetDistributions.Find(row.GetProperty("b").GetString()!)!;
        int n = row.GetProperty("n_each").GetInt32();
        Side[] ones = [.. first.Samples(n).Select(sample => new Side(sample.Counts, sample.Probability))];
        Side[] others = [.. second.Samples(n).Select(sample => new Side(sample.Counts, sample.Probability))];
        double truth = second.Score - first.Score;
        (CoverageTally wald, CoverageTally adjusted, CoverageTally squareAndAdd) = (new(), new(), new());
        foreach (Side one in ones)
        {
            foreach (Side other in others)
            {
                double probability = one.Probability * other.Probability;
                Add(wald, WaldOf(one.Score, one.Error, other.Score, other.Error), truth, probability);
                Add(
                    adjusted,
                    WaldOf(one.Center, one.AdjustedError, other.Center, other.AdjustedError),
                    truth,
                    probability
                );
                Add(
                    squareAndAdd,
                    SquareAndAdd.Difference(one.Score, one.Tango, other.Score, other.Tango),
                    truth,
                    probability
                );
            }
        }

        return
        [
            Cell(wald, row.GetProperty("wald")),
            Cell(adjusted, row.GetProperty("adjusted_wald_rocks")),
            Cell(squareAndAdd, row.GetProperty("mover_tango")),
        ];
    }

    private static void Add(CoverageTally tally, IntervalLimits limits, double truth, double probability) =>
        tally.Add(limits.Lower, limits.Upper, truth, probability);

    private static IntervalLimits WaldOf(double first, double firstError, double second, double secondError) =>
        WaldInterval.FromStandardError(second - first, double.Hypot(firstError, secondError));

    private static string Cell(CoverageTally tally, JsonElement expected)
    {
        tally.Coverage.Should().BeApproximately(expected.GetDouble(), Rounding);
        return CoverageTable.Share(tally.Coverage);
    }

    /// <summary>What the intervals need of one sample, computed once.</summary>
    private sealed class Side(NetCounts counts, double probability)
    {
        public double Probability { get; } = probability;

        public double Score { get; } = (double)(counts.Positive - counts.Negative) / counts.Total;

        public double Error { get; } = NetScore.FromCounts(counts).StandardError!.Value;

        public double Center { get; } = AdjustedWaldInterval.Center(counts, PseudoCounts.Rocks);

        public double AdjustedError { get; } = AdjustedWaldInterval.StandardError(counts, PseudoCounts.Rocks);

        public IntervalLimits Tango { get; } = TangoScoreInterval.FromCounts(counts);
    }
}
