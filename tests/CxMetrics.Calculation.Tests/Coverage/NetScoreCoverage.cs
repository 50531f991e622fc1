using System.Globalization;
using System.Text.Json;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>One net score: every sample of the trinomial distribution is enumerated.</summary>
public sealed class NetScoreCoverage
{
    private const int Draws = 4_000;

    // The reference is rounded to four digits.
    private const double Rounding = 0.000051;

    // Its means over the simplex are of random draws, and so are ours.
    private const double Simulated = 0.012;

    public static IEnumerable<JsonElement> SmallRows() =>
        Rows().Where(row => row.GetProperty("n").GetInt32() <= 20 && NetDistributions.Find(Name(row)) is not null);

    [TestCaseSource(nameof(SmallRows))]
    public void Coverage_OfASmallSample_IsThatOfTheReference(JsonElement row) => Compare(row);

    [Test]
    [Category("Coverage")]
    [Explicit("Enumerates millions of samples.")]
    public void Coverage_OfAllRows_IsThatOfTheReferenceAndOfThePage()
    {
        CoverageTable table = new(["answers", "distribution", .. NetScoreCandidates.All.Select(item => item.Key)]);
        foreach (JsonElement row in Rows())
        {
            string[] cells = NetDistributions.Find(Name(row)) is null ? CompareSimplex(row) : Compare(row);
            table.Add([row.GetProperty("n").ToString(), Name(row), .. cells]);
        }

        CoveragePage.Show("net score", table);
    }

    private static IReadOnlyList<JsonElement> Rows() => CoverageFile.Rows("nps_one_sample");

    private static string Name(JsonElement row) => row.GetProperty("distribution").GetString()!;

    private static string[] Compare(JsonElement row)
    {
        NetShares shares = NetDistributions.Find(Name(row))!;
        (NetCounts Counts, double Probability)[] samples = [.. shares.Samples(row.GetProperty("n").GetInt32())];
        return
        [
            .. NetScoreCandidates.All.Select(candidate =>
            {
                var tally = new CoverageTally();
                foreach ((NetCounts counts, double probability) in samples)
                {
                    IntervalLimits limits = candidate.Limits(counts);
                    tally.Add(limits.Lower, limits.Upper, shares.Score, probability);
                }

                JsonElement expected = row.GetProperty(candidate.Key);
                tally
                    .Coverage.Should()
                    .BeApproximately(expected.GetProperty("coverage").GetDouble(), Rounding, candidate.Key);
                tally
                    .MeanWidth.Should()
                    .BeApproximately(expected.GetProperty("mean_width").GetDouble(), Rounding, candidate.Key);
                return Cell(tally.Coverage, tally.MeanWidth);
            }),
        ];
    }

    // Shares drawn evenly from all there can be: mean and 5th percentile of the coverage.
    private static string[] CompareSimplex(JsonElement row)
    {
        int n = row.GetProperty("n").GetInt32();
        NetCounts[] samples = [.. new NetShares(1, 0, 0).Samples(n).Select(sample => sample.Counts)];
        NetShares[] truths = [.. Simplex(n > 50 ? Draws / 10 : Draws)];
        return
        [
            .. NetScoreCandidates.All.Select(candidate =>
            {
                IntervalLimits[] limits = [.. samples.Select(candidate.Limits)];
                double[] coverages = new double[truths.Length];
                Parallel.For(0, truths.Length, draw => coverages[draw] = CoverageAt(truths[draw], samples, limits));
                Array.Sort(coverages);
                double fifth = coverages[truths.Length / 20];
                JsonElement expected = row.GetProperty(candidate.Key);
                coverages
                    .Average()
                    .Should()
                    .BeApproximately(expected.GetProperty("coverage").GetDouble(), Simulated, candidate.Key);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{CoverageTable.Share(coverages.Average())}, 5th percentile {CoverageTable.Share(fifth)}"
                );
            }),
        ];
    }

    private static double CoverageAt(NetShares truth, NetCounts[] samples, IntervalLimits[] limits)
    {
        var tally = new CoverageTally();
        for (int index = 0; index < samples.Length; index++)
        {
            tally.Add(limits[index].Lower, limits[index].Upper, truth.Score, truth.Probability(samples[index]));
        }

        return tally.Coverage;
    }

    private static IEnumerable<NetShares> Simplex(int draws)
    {
        var random = new RandomStreamSource(seed: 20_261_124);
        for (int draw = 0; draw < draws; draw++)
        {
            double one = random.NextDouble();
            double other = random.NextDouble();
            double low = Math.Min(one, other);
            double high = Math.Max(one, other);
            yield return new NetShares(low, high - low, 1 - high);
        }
    }

    private static string Cell(double coverage, double width) =>
        $"{CoverageTable.Share(coverage)} ({CoverageTable.Width(width)})";
}
