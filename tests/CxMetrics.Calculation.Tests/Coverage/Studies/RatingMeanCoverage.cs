using System.Text.Json;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Tests.Reference;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The mean of ratings from 1 to 5: every sample of the multinomial distribution is enumerated.</summary>
public static class RatingMeanCoverage
{
    private const int FewAnswers = 20;

    private static readonly (string Name, string Key, Func<RatingDistribution, IntervalLimits> Limits)[] Candidates =
    [
        (
            "**pseudo-answers**",
            "adjusted_wald_two_spread_over_scale",
            answers => PseudoAnswersInterval.FromDistribution(answers)
        ),
        ("t", "t", StudentT),
        ("t with an answer added at each end", "t_plus_one_answer_at_each_end", StudentTWithBothEnds),
    ];

    public static CoverageStudy Study { get; } =
        new(
            "mean of ratings",
            ["answers", "shares of 1 to 5", .. Candidates.Select(item => item.Name)],
            [.. CoverageFile.Rows("mean_of_1_to_5_ratings").Select(ToRow)]
        );

    private static CoverageRow ToRow(JsonElement row)
    {
        int n = row.GetProperty("n").GetInt32();
        string name = row.GetProperty("distribution").GetString()!;
        return new CoverageRow([$"{n}", name], () => Cells(row, n, RatingDistributions.Find(name)))
        {
            IsQuick = n < FewAnswers,
        };
    }

    private static string[] Cells(JsonElement row, int n, double[] shares)
    {
        double truth = RatingDistributions.Mean(shares);
        MultinomialTerms terms = new(n, shares);
        CoverageTally[] tallies = [.. Candidates.Select(_ => new CoverageTally())];
        foreach (long[] counts in Compositions.All(n, shares.Length))
        {
            RatingDistribution answers = new(RatingScale.FivePoint, counts);
            double probability = terms.Probability(counts);
            for (int index = 0; index < Candidates.Length; index++)
            {
                tallies[index].Add(Candidates[index].Limits(answers), truth, probability);
            }
        }

        foreach ((var candidate, CoverageTally tally) in Candidates.Zip(tallies))
        {
            CoverageFile.ShouldAgree(tally, row.GetProperty(candidate.Key), candidate.Name);
        }

        return [.. tallies.Select(tally => tally.Figure.ToString())];
    }

    private static IntervalLimits StudentT(RatingDistribution answers) =>
        RatingCases.StudentT(answers, 0.95)!.Value.ClippedTo(1, 5);

    private static IntervalLimits StudentTWithBothEnds(RatingDistribution answers) =>
        StudentT(answers + new RatingDistribution(RatingScale.FivePoint, [1, 0, 0, 0, 1]));
}
