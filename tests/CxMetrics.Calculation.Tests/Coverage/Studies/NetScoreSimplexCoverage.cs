using System.Text.Json;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>One net score, whatever the true shares: the coverage at 10,000 points that lie evenly on the simplex.</summary>
public static class NetScoreSimplexCoverage
{
    // The simplex is cut into this number of triangles, squared; their centres are the true shares.
    private const int Cuts = 100;

    // The reference drew its true shares: the tolerances are four standard errors of the mean and of the 5th percentile of that many draws.
    private const int ReferenceDraws = 1_000;

    private const int FewAnswers = 5;

    // What is less probable adds nothing to three digits.
    private const double Negligible = 1e-16;

    public static CoverageStudy Study { get; } =
        new(
            "net score over all shares",
            ["answers", .. NetScoreCandidates.Names],
            [
                .. CoverageFile
                    .Rows("nps_one_sample")
                    .Where(row =>
                        row.GetProperty("distribution").GetString()!.StartsWith("uniform", StringComparison.Ordinal)
                    )
                    .Select(ToRow),
            ]
        );

    private static CoverageRow ToRow(JsonElement row)
    {
        int n = row.GetProperty("n").GetInt32();
        return new CoverageRow([$"{n}"], () => Cells(row, n)) { IsQuick = n <= FewAnswers };
    }

    private static string[] Cells(JsonElement row, int n)
    {
        NetShares[] truths = [.. Truths()];
        NetCounts[] samples = [.. NetShares.AllCounts(n)];
        IntervalLimits[][] limits =
        [
            .. NetScoreCandidates.All.Select(candidate => samples.Select(candidate.Limits).ToArray()),
        ];
        double[][] coverages = new double[truths.Length][];
        Parallel.For(0, truths.Length, index => coverages[index] = CoveragesAt(truths[index], n, samples, limits));
        return
        [
            .. NetScoreCandidates.All.Select(
                (candidate, method) =>
                {
                    double[] ofMethod = [.. coverages.Select(item => item[method]).Order()];
                    ShouldAgree(ofMethod, row.GetProperty(candidate.Key), candidate.Name);
                    return CoverageDistribution.Of(ofMethod).ToString();
                }
            ),
        ];
    }

    private static double[] CoveragesAt(NetShares truth, int n, NetCounts[] samples, IntervalLimits[][] limits)
    {
        MultinomialTerms terms = new(n, truth.Negative, truth.Neutral, truth.Positive);
        double[] held = new double[limits.Length];
        for (int sample = 0; sample < samples.Length; sample++)
        {
            NetCounts counts = samples[sample];
            double probability = terms.Probability(counts.Negative, counts.Neutral, counts.Positive);
            if (probability > Negligible)
            {
                for (int method = 0; method < held.Length; method++)
                {
                    held[method] += CoverageTally.Holds(limits[method][sample], truth.Score) ? probability : 0;
                }
            }
        }

        return held;
    }

    private static void ShouldAgree(double[] sorted, JsonElement expected, string what)
    {
        double mean = sorted.Average();
        double spread = Math.Sqrt(sorted.Average(coverage => (coverage - mean) * (coverage - mean)));
        double error = 4 * spread / Math.Sqrt(ReferenceDraws);
        expected.GetProperty("coverage").GetDouble().Should().BeApproximately(mean, error, what);

        double distance = 4 * Math.Sqrt(0.05 * 0.95 / ReferenceDraws);
        double lowest = sorted[(int)(Math.Max(0, 0.05 - distance) * sorted.Length)];
        double highest = sorted[(int)((0.05 + distance) * sorted.Length)];
        expected
            .GetProperty("p05")
            .GetDouble()
            .Should()
            .BeInRange(lowest - CoverageFile.Rounding, highest + CoverageFile.Rounding, what);
    }

    private static IEnumerable<NetShares> Truths()
    {
        for (int row = 0; row < Cuts; row++)
        {
            for (int column = 0; column < Cuts - row; column++)
            {
                yield return At((3 * row) + 1, (3 * column) + 1);
                if (row + column < Cuts - 1)
                {
                    yield return At((3 * row) + 2, (3 * column) + 2);
                }
            }
        }
    }

    private static NetShares At(double negative, double positive)
    {
        const double Whole = 3 * Cuts;
        return new NetShares(negative / Whole, (Whole - negative - positive) / Whole, positive / Whole);
    }
}
