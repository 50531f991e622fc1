using System.Globalization;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Weighting;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Weighted shares and net scores.</summary>
internal static class WeightingCoverage
{
    private const int Samples = 20_000;
    private static readonly int[] Sizes = [10, 20, 50, 200, 1_000];

    // Of an over-sampled unhappy tenth of the customers there are as many answers as of the others; the weights put that right.
    private const double ShareOfUnhappy = 0.1;

    public static CoverageStudy Shares { get; } =
        FoldedStudy.Simulated(
            "weighted share",
            "answers",
            ["**Wilson, Kish**", "Wilson, linearized", "Wilson, weights as if equal"],
            [
                .. Settings((n, scheme) => OfShare(n, scheme, 0.85, 0.85)),
                .. Sizes.Select(n => OfShare(n, WeightScheme.TwoStrata, 0.90, 0.50)),
            ]
        );

    public static CoverageStudy NetScores { get; } =
        FoldedStudy.Simulated(
            "weighted net score",
            "answers",
            ["**Tango, Kish**", "Tango, linearized"],
            [
                .. Settings((n, scheme) => OfNetScore(n, scheme, [0.2, 0.3, 0.5], [0.2, 0.3, 0.5])),
                .. Sizes.Select(n => OfNetScore(n, WeightScheme.TwoStrata, [0.1, 0.3, 0.6], [0.6, 0.2, 0.2])),
            ]
        );

    public static CoverageStudy Means { get; } =
        FoldedStudy.Simulated(
            "weighted mean",
            "numbers",
            ["**t, Kish**"],
            from distribution in new[] { AmountDistribution.Normal, AmountDistribution.Exponential }
            from scheme in new[] { WeightScheme.Mild, WeightScheme.Strong }
            from n in Sizes
            select OfMean(n, scheme, distribution)
        );

    private static IEnumerable<SimulatedSetting> Settings(Func<int, WeightScheme, SimulatedSetting> setting) =>
        from scheme in new[] { WeightScheme.Mild, WeightScheme.Strong }
        from n in Sizes
        select setting(n, scheme);

    private static SimulatedSetting OfShare(int n, WeightScheme scheme, double ofMost, double ofUnhappy)
    {
        double truth = WeightScheme.Mix(ofMost, ofUnhappy);
        return new SimulatedSetting(
            [Count(n), scheme.Name, string.Create(CultureInfo.InvariantCulture, $"{truth:0.00}")],
            Samples,
            truth,
            (random, limits) =>
            {
                bool[] outcomes = new bool[n];
                double[] weights = new double[n];
                for (int answer = 0; answer < n; answer++)
                {
                    (weights[answer], bool isUnhappy) = scheme.Draw(random);
                    outcomes[answer] = random.NextDouble() < (isUnhappy ? ofUnhappy : ofMost);
                }

                Estimate kish = WeightedShare.FromOutcomes(outcomes, weights);
                limits[0] = kish.Limits();
                limits[1] = WeightedShare
                    .FromOutcomes(outcomes, weights, variance: WeightingVariance.Linearized)
                    .Limits();
                limits[2] = WilsonInterval.FromShare(kish.Value!.Value, n);
            }
        );
    }

    private static SimulatedSetting OfNetScore(int n, WeightScheme scheme, double[] ofMost, double[] ofUnhappy)
    {
        double truth = WeightScheme.Mix(ofMost[2] - ofMost[0], ofUnhappy[2] - ofUnhappy[0]);
        return new SimulatedSetting(
            [Count(n), scheme.Name, string.Create(CultureInfo.InvariantCulture, $"{truth:0.00}")],
            Samples,
            truth,
            (random, limits) =>
            {
                int[] codes = new int[n];
                double[] weights = new double[n];
                for (int answer = 0; answer < n; answer++)
                {
                    (weights[answer], bool isUnhappy) = scheme.Draw(random);
                    codes[answer] = Draws.Class(random, isUnhappy ? ofUnhappy : ofMost) - 1;
                }

                limits[0] = WeightedNetScore.FromCodes(codes, weights).Limits();
                limits[1] = WeightedNetScore.FromCodes(codes, weights, variance: WeightingVariance.Linearized).Limits();
            }
        );
    }

    private static SimulatedSetting OfMean(int n, WeightScheme scheme, AmountDistribution distribution) =>
        new(
            [Count(n), scheme.Name, distribution.Name],
            Samples,
            distribution.Mean,
            (random, limits) =>
                limits[0] = Mean.FromValues(
                        distribution.Sample(random, n),
                        Draws.Many(n, () => scheme.Draw(random).Weight)
                    )
                    .Limits()
        );

    private static string Count(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>How weights arise.</summary>
    /// <param name="Name">What the page calls it.</param>
    /// <param name="LogSpread">The standard deviation of the logarithms of weights that have nothing to do with the answers; 0 for two strata.</param>
    private sealed record WeightScheme(string Name, double LogSpread)
    {
        public static WeightScheme Mild { get; } = new("log-normal, design effect 1.3", Math.Sqrt(Math.Log(1.3)));

        public static WeightScheme Strong { get; } = new("log-normal, design effect 2", Math.Sqrt(Math.Log(2)));

        public static WeightScheme TwoStrata { get; } = new("two strata, 9 to 1", 0);

        public static double Mix(double ofMost, double ofUnhappy) =>
            ((1 - ShareOfUnhappy) * ofMost) + (ShareOfUnhappy * ofUnhappy);

        public (double Weight, bool IsUnhappy) Draw(Random random)
        {
            if (LogSpread > 0)
            {
                return (LogNormal.Sample(random, 0, LogSpread), random.NextDouble() < ShareOfUnhappy);
            }

            bool isUnhappy = random.NextDouble() < 0.5;
            return (isUnhappy ? ShareOfUnhappy : 1 - ShareOfUnhappy, isUnhappy);
        }
    }
}
