using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Means of amounts and durations, which are skewed, and their difference.</summary>
internal static class AmountMeanCoverage
{
    private const int Samples = 20_000;
    private const int BootstrapSamples = 4_000;
    private static readonly int[] Sizes = [10, 20, 50, 200];

    private static readonly AmountDistribution[] Distributions =
    [
        AmountDistribution.Normal,
        AmountDistribution.Gamma,
        AmountDistribution.Exponential,
        AmountDistribution.LogNormal(1),
        AmountDistribution.LogNormal(2.25),
    ];

    // The last is not log-normal: Cox's formula then estimates something else.
    private static readonly AmountDistribution[] ForCox =
    [
        AmountDistribution.LogNormal(0.25),
        AmountDistribution.LogNormal(1),
        AmountDistribution.LogNormal(2.25),
        AmountDistribution.Gamma,
    ];

    private static readonly (AmountDistribution First, AmountDistribution Second)[] Pairs =
    [
        (AmountDistribution.Normal, AmountDistribution.Normal),
        (AmountDistribution.Exponential, AmountDistribution.Exponential),
        (AmountDistribution.LogNormal(1), AmountDistribution.LogNormal(1)),
        (AmountDistribution.Normal, AmountDistribution.Exponential),
    ];

    public static CoverageStudy Means { get; } =
        CoverageStudy.Simulated(
            "mean of amounts",
            ["amounts", "distribution"],
            ["**t**"],
            from distribution in Distributions
            from n in Sizes
            select new SimulatedSetting(
                [$"{n}", distribution.Name],
                Samples,
                distribution.Mean,
                (random, limits) => limits[0] = Mean.FromValues(distribution.Sample(random, n)).Limits()
            )
        );

    public static CoverageStudy Resampled { get; } =
        CoverageStudy.Simulated(
            "mean of amounts, bootstrap",
            ["amounts", "distribution"],
            Bootstraps.Names,
            from distribution in Distributions
            from n in Sizes
            select new SimulatedSetting(
                [$"{n}", distribution.Name],
                BootstrapSamples,
                distribution.Mean,
                (random, limits) =>
                    Bootstraps.Fill(
                        limits,
                        Bootstrap.Mean(distribution.Sample(random, n), random.NextInt64(), Bootstraps.Resamples)
                    )
            )
        );

    public static CoverageStudy LogNormals { get; } =
        CoverageStudy.Simulated(
            "mean of log-normal amounts",
            ["amounts", "distribution"],
            ["**Cox with t**", "Cox", "t of the amounts"],
            from distribution in ForCox
            from n in new[] { 5, 10, 20, 50, 200 }
            select OfLogNormal(n, distribution)
        );

    public static CoverageStudy Differences { get; } =
        FoldedStudy.Simulated(
            "difference of means of amounts",
            "amounts",
            ["**Welch**"],
            from pair in Pairs
            from sizes in new[] { (10, 10), (20, 20), (50, 50), (20, 200), (200, 20) }
            select OfDifference(sizes, pair.First, pair.Second)
        );

    private static SimulatedSetting OfLogNormal(int n, AmountDistribution distribution) =>
        new(
            [$"{n}", distribution.Name],
            Samples,
            distribution.Mean,
            (random, limits) =>
            {
                double[] amounts = distribution.Sample(random, n);
                limits[0] = LogNormalMean.FromValues(amounts).Limits();
                limits[1] = LogNormalMean.FromValues(amounts, method: LogNormalMeanMethod.Cox).Limits();
                limits[2] = Mean.FromValues(amounts).Limits();
            }
        );

    private static SimulatedSetting OfDifference(
        (int First, int Second) sizes,
        AmountDistribution first,
        AmountDistribution second
    ) =>
        new(
            [$"{sizes.First} and {sizes.Second}", $"{first.Name} and {second.Name}"],
            Samples,
            second.Mean - first.Mean,
            (random, limits) =>
                limits[0] = MeanDifference
                    .FromValues(first.Sample(random, sizes.First), second.Sample(random, sizes.Second))
                    .Limits()
        );
}
