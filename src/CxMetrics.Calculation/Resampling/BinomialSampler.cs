using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Resampling;

/// <summary>Random numbers of the binomial distribution, in a time that does not grow with the number of trials.</summary>
/// <remarks>
/// Inversion where few successes are expected, else BTRS, transformed rejection with squeeze (Hörmann 1993, Journal of Statistical
/// Computation and Simulation 46, 101-110). Ours because MathNet (5.0.0) draws every trial.
/// </remarks>
internal static class BinomialSampler
{
    private const double FewSuccesses = 10;

    /// <summary>The number of successes.</summary>
    /// <param name="stream">The random numbers.</param>
    /// <param name="trials">The number of trials, 0 or more.</param>
    /// <param name="probability">The probability of a success, 0 to 1.</param>
    public static long Next(ref RandomStream stream, long trials, double probability)
    {
        if (probability > 0.5)
        {
            return trials - Next(ref stream, trials, 1 - probability);
        }

        return trials * probability < FewSuccesses
            ? Invert(ref stream, trials, probability)
            : Reject(ref stream, trials, probability);
    }

    private static long Invert(ref RandomStream stream, long trials, double probability)
    {
        double odds = probability / (1 - probability);
        double first = Math.Pow(1 - probability, trials);
        while (true)
        {
            double rest = stream.NextDouble();
            double density = first;
            for (long successes = 0; successes <= trials && density > 0; successes++)
            {
                if (rest < density)
                {
                    return successes;
                }

                rest -= density;
                density *= odds * (trials - successes) / (successes + 1);
            }
        }
    }

    private static long Reject(ref RandomStream stream, long trials, double probability)
    {
        double n = trials;
        double spread = Math.Sqrt(n * probability * (1 - probability));
        double b = 1.15 + (2.53 * spread);
        double a = -0.0873 + (0.0248 * b) + (0.01 * probability);
        double alpha = (2.83 + (5.1 / b)) * spread;
        double squeeze = 0.92 - (4.2 / b);
        double centre = (n * probability) + 0.5;
        while (true)
        {
            double u = stream.NextDouble() - 0.5;
            double v = stream.NextDouble();
            double edge = 0.5 - Math.Abs(u);
            double k = Math.Floor((((2 * a / edge) + b) * u) + centre);
            if (edge >= 0.07 && v <= squeeze)
            {
                return (long)k;
            }

            if (
                k >= 0
                && k <= n
                && Math.Log(v * alpha / ((a / (edge * edge)) + b)) <= LogRatioToMode(k, n, probability)
            )
            {
                return (long)k;
            }
        }
    }

    /// <summary>The logarithm of P(k) by P(mode).</summary>
    private static double LogRatioToMode(double k, double n, double probability)
    {
        double mode = Math.Floor((n + 1) * probability);
        double odds = probability / (1 - probability);
        return ((mode + 0.5) * Math.Log((mode + 1) / (odds * (n - mode + 1))))
            + ((n + 1) * Math.Log((n - mode + 1) / (n - k + 1)))
            + ((k + 0.5) * Math.Log(odds * (n - k + 1) / (k + 1)))
            + StirlingError.Of(mode + 1)
            + StirlingError.Of(n - mode + 1)
            - StirlingError.Of(k + 1)
            - StirlingError.Of(n - k + 1);
    }
}
