using System.Globalization;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>A distribution of amounts or durations with a known mean.</summary>
/// <param name="Name">What the page calls it.</param>
/// <param name="Mean">The true mean.</param>
/// <param name="Draw">Draws one amount.</param>
internal sealed record AmountDistribution(string Name, double Mean, Func<Random, double> Draw)
{
    public static AmountDistribution Normal { get; } =
        new("normal", 0, random => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1));

    public static AmountDistribution Gamma { get; } =
        new("gamma, shape 2", 2, random => MathNet.Numerics.Distributions.Gamma.Sample(random, 2, 1));

    public static AmountDistribution Exponential { get; } =
        new("exponential", 1, random => MathNet.Numerics.Distributions.Exponential.Sample(random, 1));

    public static AmountDistribution LogNormal(double variance) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"log-normal, s² {variance:0.##}"),
            Math.Exp(variance / 2),
            random => MathNet.Numerics.Distributions.LogNormal.Sample(random, 0, Math.Sqrt(variance))
        );

    public double[] Sample(Random random, int n) => Draws.Many(n, () => Draw(random));
}
