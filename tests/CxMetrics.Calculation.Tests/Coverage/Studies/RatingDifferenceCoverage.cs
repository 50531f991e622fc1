using CxMetrics.Calculation.Comparisons;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The difference of two means of ratings.</summary>
internal static class RatingDifferenceCoverage
{
    private const int Samples = 20_000;

    private static readonly (int First, int Second)[] Sizes =
    [
        (5, 5),
        (10, 10),
        (20, 20),
        (50, 50),
        (20, 200),
        (200, 200),
    ];

    private static readonly (string First, string Second)[] Settings =
    [
        ("typical", "typical"),
        ("top-heavy", "top-heavy"),
        ("polarised", "polarised"),
        ("typical", "top-heavy"),
    ];

    public static CoverageStudy Study { get; } =
        FoldedStudy.Simulated(
            "difference of means of ratings",
            "answers",
            ["**square-and-add of pseudo-answers**", "Welch"],
            from size in Sizes
            from setting in Settings
            select OfSetting(size.First, size.Second, setting.First, setting.Second)
        );

    private static SimulatedSetting OfSetting(int first, int second, string firstName, string secondName)
    {
        double[] one = RatingDistributions.Find(firstName);
        double[] other = RatingDistributions.Find(secondName);
        return new SimulatedSetting(
            [$"{first} and {second}", $"{firstName} and {secondName}"],
            Samples,
            RatingDistributions.Mean(other) - RatingDistributions.Mean(one),
            (random, limits) =>
            {
                RatingDistribution before = new(RatingScale.FivePoint, Draws.Counts(random, first, one));
                RatingDistribution after = new(RatingScale.FivePoint, Draws.Counts(random, second, other));
                limits[0] = MeanDifference.FromDistributions(before, after).Limits();
                limits[1] = MeanDifference
                    .FromDistributions(before, after, method: MeanDifferenceMethod.Welch)
                    .Limits();
            }
        );
    }
}
