using System.Text.Json;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Tests.Reference;
using MathNet.Numerics;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The mean of ratings from 1 to 5: every sample of the multinomial distribution is enumerated.</summary>
public sealed class RatingMeanCoverage
{
    private const double Rounding = 0.000051;

    private static readonly Dictionary<string, double[]> Distributions = new(StringComparer.Ordinal)
    {
        ["typical"] = [0.03, 0.05, 0.12, 0.35, 0.45],
        ["top-heavy"] = [0.01, 0.01, 0.03, 0.15, 0.80],
        ["polarised"] = [0.35, 0.05, 0.05, 0.10, 0.45],
    };

    private static readonly (string Key, Func<RatingDistribution, IntervalLimits> Limits)[] Candidates =
    [
        ("t", answers => RatingCases.StudentT(answers, 0.95)!.Value.ClippedTo(1, 5)),
        ("adjusted_wald_two_spread_over_scale", answers => PseudoAnswersInterval.FromDistribution(answers)),
    ];

    public static IEnumerable<JsonElement> SmallRows() => Rows().Where(row => row.GetProperty("n").GetInt32() <= 20);

    [TestCaseSource(nameof(SmallRows))]
    public void Coverage_OfASmallSample_IsThatOfTheReference(JsonElement row) => Compare(row);

    [Test]
    [Category("Coverage")]
    [Explicit("Enumerates a million samples.")]
    public void Coverage_OfAllRows_IsThatOfTheReferenceAndOfThePage()
    {
        CoverageTable table = new("answers", "distribution", "t", "pseudo-answers");
        foreach (JsonElement row in Rows())
        {
            table.Add([row.GetProperty("n").ToString(), row.GetProperty("distribution").GetString()!, .. Compare(row)]);
        }

        CoveragePage.Show("mean of ratings", table);
    }

    private static IReadOnlyList<JsonElement> Rows() => CoverageFile.Rows("mean_of_1_to_5_ratings");

    private static string[] Compare(JsonElement row)
    {
        string name = row.GetProperty("distribution").GetString()!;
        double[] shares = Distributions[name[..name.IndexOf(' ', StringComparison.Ordinal)]];
        double truth = shares.Select((share, index) => share * (index + 1)).Sum();
        CoverageTally[] tallies = [.. Candidates.Select(_ => new CoverageTally())];
        foreach ((RatingDistribution answers, double probability) in Samples(row.GetProperty("n").GetInt32(), shares))
        {
            for (int index = 0; index < Candidates.Length; index++)
            {
                IntervalLimits limits = Candidates[index].Limits(answers);
                tallies[index].Add(limits.Lower, limits.Upper, truth, probability);
            }
        }

        return [.. Candidates.Zip(tallies, (candidate, tally) => Cell(tally, row.GetProperty(candidate.Key)))];
    }

    private static string Cell(CoverageTally tally, JsonElement expected)
    {
        tally.Coverage.Should().BeApproximately(expected.GetProperty("coverage").GetDouble(), Rounding);
        tally.MeanWidth.Should().BeApproximately(expected.GetProperty("mean_width").GetDouble(), Rounding);
        return $"{CoverageTable.Share(tally.Coverage)} ({CoverageTable.Width(tally.MeanWidth)})";
    }

    private static IEnumerable<(RatingDistribution Answers, double Probability)> Samples(int n, double[] shares)
    {
        foreach (long[] counts in Compositions(n, shares.Length))
        {
            double log = SpecialFunctions.FactorialLn(n);
            for (int index = 0; index < counts.Length; index++)
            {
                log += (counts[index] * Math.Log(shares[index])) - SpecialFunctions.FactorialLn((int)counts[index]);
            }

            yield return (new RatingDistribution(RatingScale.FivePoint, counts), Math.Exp(log));
        }
    }

    private static IEnumerable<long[]> Compositions(int n, int parts)
    {
        if (parts == 1)
        {
            yield return [n];
            yield break;
        }

        for (int first = 0; first <= n; first++)
        {
            foreach (long[] rest in Compositions(n - first, parts - 1))
            {
                yield return [first, .. rest];
            }
        }
    }
}
