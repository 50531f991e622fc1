using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>What a portfolio of accounts pays at the start of a period, and at its end.</summary>
/// <remarks>Contraction multiplies by 0.5 to 0.95, expansion by 1.05 to 1.6. Large accounts are those above the median.</remarks>
/// <param name="Name">The letter of the reference.</param>
/// <param name="Spread">The standard deviation of the logarithm of what accounts pay.</param>
/// <param name="Contraction">The probability of contraction.</param>
/// <param name="Small">The probabilities of churn and expansion of small accounts.</param>
/// <param name="Large">Those of large accounts.</param>
internal sealed record RevenueScenario(
    string Name,
    double Spread,
    double Contraction,
    (double Churn, double Expansion) Small,
    (double Churn, double Expansion) Large
)
{
    private const double MeanContraction = (0.5 + 0.95) / 2;
    private const double MeanExpansion = (1.05 + 1.6) / 2;

    public static IReadOnlyList<RevenueScenario> All { get; } =
    [
        new("A", 0.8, 0.08, (0.05, 0.20), (0.05, 0.20)),
        new("B", 1.2, 0.08, (0.09, 0.12), (0.03, 0.30)),
        new("C", 0.8, 0.04, (0.02, 0.08), (0.02, 0.08)),
    ];

    public double Net => Gross + Gained;

    public double Gross => 1 - Lost;

    /// <summary>The true share of revenue that churns or contracts.</summary>
    public double Lost => Of(item => item.Churn) + (Contraction * (1 - MeanContraction));

    /// <summary>The true share of revenue that expansion adds.</summary>
    public double Gained => Of(item => item.Expansion) * (MeanExpansion - 1);

    public static RevenueScenario Find(string name) =>
        All.First(item => string.Equals(item.Name, name, StringComparison.Ordinal));

    /// <summary>What one account pays at the start and at the end.</summary>
    public (double Start, double End) Draw(Random random)
    {
        double size = Normal.Sample(random, 0, 1);
        double start = Math.Exp(Spread * size);
        (double churn, double expansion) = size > 0 ? Large : Small;
        double what = random.NextDouble();
        double factor =
            what < churn ? 0
            : what < churn + Contraction ? Between(random, 0.5, 0.95)
            : what < churn + Contraction + expansion ? Between(random, 1.05, 1.6)
            : 1;
        return (start, start * factor);
    }

    public (double[] Starts, double[] Ends) Draw(Random random, int accounts)
    {
        double[] starts = new double[accounts];
        double[] ends = new double[accounts];
        for (int account = 0; account < accounts; account++)
        {
            (starts[account], ends[account]) = Draw(random);
        }

        return (starts, ends);
    }

    // Of log-normal revenue accounts above the median have the share Φ(spread).
    private double Of(Func<(double Churn, double Expansion), double> rate)
    {
        double ofLarge = Normal.CDF(0, 1, Spread);
        return (ofLarge * rate(Large)) + ((1 - ofLarge) * rate(Small));
    }

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());
}
