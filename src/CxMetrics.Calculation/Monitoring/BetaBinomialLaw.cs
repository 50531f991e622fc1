using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>The beta-binomial distribution: a binomial count whose share has a beta distribution.</summary>
/// <param name="trials">The number of trials, n.</param>
/// <param name="a">The first shape, above 0.</param>
/// <param name="b">The second shape, above 0.</param>
/// <remarks>
/// P(X = k) is a ratio of three beta functions. They are taken as densities of the log-odds at the mean of the posterior, where the third has
/// its peak, so that no large logarithms are subtracted. The tail on the far side of the mean is summed from there term by term.
/// </remarks>
internal readonly struct BetaBinomialLaw(long trials, double a, double b) : ICountLaw
{
    public double Mean => trials * (a / (a + b));

    public double StandardDeviation
    {
        get
        {
            double n = a + b;
            return Math.Sqrt(trials * (a / n) * (b / n) * ((n + trials) / (n + 1)));
        }
    }

    public double AtLeast(long count) =>
        count <= 0 ? 1
        : count > trials ? 0
        : count > Mean ? From(count)
        : 1 - Below(count);

    private double From(long count)
    {
        double term = Probability(count);
        double sum = term;
        for (double last = count; last < trials && term > sum * 1e-17; last++)
        {
            term *= (trials - last) / (last + 1) * ((a + last) / (b + trials - last - 1));
            sum += term;
        }

        return sum;
    }

    private double Below(long count)
    {
        double term = Probability(count - 1);
        double sum = term;
        for (double last = count - 1; last > 0 && term > sum * 1e-17; last--)
        {
            term *= last / (trials - last + 1) * ((b + trials - last) / (a + last - 1));
            sum += term;
        }

        return sum;
    }

    private double Probability(long count)
    {
        double rest = trials - count;
        double logOdds = Math.Log((a + count) / (b + rest));
        double logarithm =
            BetaDistribution.LogDensity(count + 1.0, rest + 1, logOdds)
            + BetaDistribution.LogDensity(a, b, logOdds)
            - BetaDistribution.LogDensity(a + count, b + rest, logOdds)
            - Math.Log(trials + 1.0)
            - LogShares(logOdds);
        return Math.Exp(logarithm);
    }

    /// <summary>ln(p(1 − p)).</summary>
    private static double LogShares(double logOdds) =>
        -Math.Abs(logOdds) - (2 * Math.Log(1 + Math.Exp(-Math.Abs(logOdds))));
}
