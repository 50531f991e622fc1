using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Quantiles;

/// <summary>The ranks of the two order statistics that enclose a quantile, counted from 1 in ascending order.</summary>
/// <param name="Lower">The rank of the lower limit; null when no number is low enough: that side is unbounded.</param>
/// <param name="Upper">The rank of the upper limit; null when no number is high enough.</param>
/// <param name="Coverage">The exact probability that the limits hold the quantile of a continuous distribution; at least the level.</param>
/// <remarks>
/// With B binomial(n, p), the number of observations below the p-quantile: the lower rank is the largest l with P(B ≤ l − 1) ≤ α/2, the
/// upper the smallest u with P(B ≥ u) ≤ α/2, α = 1 − level. Right for every distribution; where it has ties the coverage is higher. The
/// median of fewer than 6 observations has no 95 % limit on either side. Source: Conover (1999), Practical Nonparametric Statistics, 3.2.
/// </remarks>
public readonly record struct OrderStatisticRanks(long? Lower, long? Upper, double Coverage)
{
    // Probabilities that are equal on paper, such as 2⁻⁵ and half of 1 − 0.9375, differ in the last digits.
    private const double Slack = 1 + 1e-10;

    /// <summary>The ranks.</summary>
    /// <param name="sampleSize">The number of observations, n.</param>
    /// <param name="probability">The probability of the quantile, above 0 and below 1.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>Both ranks null with coverage 1 for no observations.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sample size is negative, or a probability or level is not strictly between 0 and 1.</exception>
    public static OrderStatisticRanks For(long sampleSize, double probability, double level = ConfidenceLevel.Default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sampleSize);
        ThrowIfInvalid(probability);
        ConfidenceLevel.ThrowIfInvalid(level);
        double logOdds = LogOdds(probability);
        double tail = (1 - level) / 2;

        // Seen from the other end the upper rank of p is the lower rank of 1 − p.
        long below = LowestRank(sampleSize, logOdds, tail);
        long above = LowestRank(sampleSize, -logOdds, tail);
        double missed = TailBelow(below, sampleSize, logOdds) + TailBelow(above, sampleSize, -logOdds);
        return new OrderStatisticRanks(below > 0 ? below : null, above > 0 ? sampleSize - above + 1 : null, 1 - missed);
    }

    internal static void ThrowIfInvalid(double probability)
    {
        // Written so that NaN, which compares false with everything, is refused.
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability),
                probability,
                "The probability of a quantile is above 0 and below 1."
            );
        }
    }

    internal static double LogOdds(double probability) => Math.Log(probability) - Math.Log(1 - probability);

    /// <summary>Whether a limit with this rank, which need not be whole, misses the quantile with at most the probability of the tail.</summary>
    internal static bool IsLowEnough(double rank, double sampleSize, double logOdds, double tail) =>
        TailBelow(rank, sampleSize, logOdds) <= tail * Slack;

    private static double TailBelow(double rank, double sampleSize, double logOdds) =>
        rank > 0 ? BinomialDistribution.AtMost(rank - 1, sampleSize, logOdds) : 0;

    /// <summary>The largest rank that is low enough; 0 when not even the first is.</summary>
    private static long LowestRank(long n, double logOdds, double tail)
    {
        if (n == 0 || !IsLowEnough(1, n, logOdds, tail))
        {
            return 0;
        }

        (long low, long last) = Bracket(n, logOdds, tail);
        while (low < last)
        {
            long middle = last - ((last - low) / 2);
            (low, last) = IsLowEnough(middle, n, logOdds, tail) ? (middle, last) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>A rank that is low enough and one above which none is, by steps that double from a guess that is right to a few ranks.</summary>
    private static (long Low, long Last) Bracket(long n, double logOdds, double tail)
    {
        double p = 1 / (1 + Math.Exp(-logOdds));
        double guess = (n * p) + (StandardNormal.Quantile(tail) * Math.Sqrt(n * p * (1 - p)));
        long low = guess < n ? (long)Math.Max(1, guess) : n;
        if (!IsLowEnough(low, n, logOdds, tail))
        {
            return BracketBelow(low, n, logOdds, tail);
        }

        long step = 1;
        while (low < n)
        {
            long next = step < n - low ? low + step : n;
            if (!IsLowEnough(next, n, logOdds, tail))
            {
                return (low, next - 1);
            }

            low = next;
            step *= 2;
        }

        return (n, n);
    }

    private static (long Low, long Last) BracketBelow(long high, long n, double logOdds, double tail)
    {
        long step = 1;
        long low = high - 1;
        while (!IsLowEnough(low, n, logOdds, tail))
        {
            high = low;
            step *= 2;
            low = step < high ? high - step : 1;
        }

        return (low, high - 1);
    }
}
