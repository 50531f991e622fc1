using System.Text.Json;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The difference of two net scores: every pair of samples is enumerated.</summary>
public static class NetScoreDifferenceCoverage
{
    private const int FewAnswers = 10;

    private static readonly (string Name, string Key, Func<Side, Side, IntervalLimits> Limits)[] Candidates =
    [
        (
            "**square-and-add of Tango**",
            "mover_tango",
            (one, other) => SquareAndAdd.Difference(one.Score, one.Tango, other.Score, other.Tango)
        ),
        ("Wald", "wald", (one, other) => WaldOf(one.Score, one.Error, other.Score, other.Error)),
        (
            "adjusted Wald",
            "adjusted_wald_rocks",
            (one, other) => WaldOf(one.Center, one.AdjustedError, other.Center, other.AdjustedError)
        ),
    ];

    public static CoverageStudy Study { get; } =
        new(
            "difference of net scores",
            ["answers in each", "first", "second", .. Candidates.Select(item => item.Name)],
            [.. CoverageFile.Rows("nps_two_sample").Select(ToRow)]
        );

    private static CoverageRow ToRow(JsonElement row)
    {
        int n = row.GetProperty("n_each").GetInt32();
        string first = row.GetProperty("a").GetString()!;
        string second = row.GetProperty("b").GetString()!;
        return new CoverageRow([$"{n}", first, second], () => Cells(row, n, first, second))
        {
            IsQuick = n <= FewAnswers,
        };
    }

    private static string[] Cells(JsonElement row, int n, string first, string second)
    {
        Side[] ones = Sides(NetDistributions.Find(first)!, n);
        Side[] others = Sides(NetDistributions.Find(second)!, n);
        double truth = NetDistributions.Find(second)!.Score - NetDistributions.Find(first)!.Score;
        return
        [
            .. Candidates
                .AsParallel()
                .AsOrdered()
                .Select(candidate =>
                {
                    var tally = new CoverageTally();
                    foreach (Side one in ones)
                    {
                        foreach (Side other in others)
                        {
                            tally.Add(candidate.Limits(one, other), truth, one.Probability * other.Probability);
                        }
                    }

                    tally
                        .Coverage.Should()
                        .BeApproximately(row.GetProperty(candidate.Key).GetDouble(), CoverageFile.Rounding);
                    return tally.Figure.ToString();
                }),
        ];
    }

    private static Side[] Sides(NetShares shares, int n) =>
        [.. shares.Samples(n).Select(sample => new Side(sample.Counts, sample.Probability))];

    private static IntervalLimits WaldOf(double first, double firstError, double second, double secondError) =>
        WaldInterval.FromStandardError(second - first, double.Hypot(firstError, secondError));

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
