using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The distribution of the number of purchases of one customer over a time to come, in the BG/NBD model.</summary>
/// <remarks>
/// Exact, given the parameters. With the probability w of being active, N negative binomial for the purchases that a customer who
/// never drops out would make, and cⱼ = (B)ⱼ/(a + B)ⱼ for not dropping out at the first j: P(Y ≥ m) = w P(N ≥ m) cₘ₋₁, and
/// P(N ≥ m) is an incomplete beta function. Derived from Fader, Hardie and Lee (2005), equation 8, with the posterior of a customer
/// in the place of the prior (Fader and Hardie 2013). Uncertainty of the parameters is not in it. Immutable.
/// </remarks>
public sealed record FuturePurchases
{
    private const long MostPurchases = 1L << 60;

    private readonly double _shape;
    private readonly double _a;
    private readonly double _b;
    private readonly double _ratio;

    internal FuturePurchases(double probabilityAlive, double shape, double a, double b, double ratio)
    {
        ProbabilityAlive = probabilityAlive;
        _shape = shape;
        _a = a;
        _b = b;
        _ratio = ratio;
    }

    /// <summary>The probability that the customer is active at the beginning, from 0 to 1.</summary>
    public double ProbabilityAlive { get; }

    /// <summary>The expected number of purchases.</summary>
    public double Mean => ProbabilityAlive * ExpectedPurchaseCount.Of(_shape, _a, _b, _ratio);

    /// <summary>The probability of this many purchases.</summary>
    /// <param name="count">The number of purchases, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double Probability(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
        {
            return 1 - (ProbabilityAlive * PotentialAtLeast(1));
        }

        // Either the last of exactly so many possible purchases was survived, or the customer dropped out at this one, however many more
        // there might have been.
        double earlier = LogSurvival(count - 1);
        double stayed = Math.Exp(LogSurvival(count)) * PotentialExactly(count);
        double dropped = Math.Exp(earlier) * (_a / (_a + _b + count - 1)) * PotentialAtLeast(count);
        return ProbabilityAlive * (stayed + dropped);
    }

    /// <summary>The probability of this many purchases or more.</summary>
    /// <param name="count">The number of purchases, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double ProbabilityAtLeast(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? 1 : ProbabilityAlive * PotentialAtLeast(count) * Math.Exp(LogSurvival(count - 1));
    }

    /// <summary>The least number of purchases that is not exceeded with at least this probability.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <returns>The quantile; 2⁶⁰ where it is beyond that.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    public long Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "It is above 0 and below 1.");
        }

        return LeastNotExceeded(1 - probability);
    }

    /// <summary>The prediction interval: equal tails, or less where a number of purchases cannot be split.</summary>
    /// <param name="level">The two-sided level, above 0 and below 1.</param>
    /// <returns>The limits, whole numbers that are themselves within the interval; it holds at least the level, given the parameters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = ConfidenceLevel.Default)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        double tail = (1 - level) / 2;
        return new ConfidenceInterval(
            LeastNotExceeded(1 - tail),
            LeastNotExceeded(tail),
            level,
            IntervalMethodNames.PredictiveQuantiles
        );
    }

    /// <summary>The least k with P(Y &gt; k) at most <paramref name="tail"/>.</summary>
    internal long LeastNotExceeded(double tail)
    {
        if (ProbabilityAtLeast(1) <= tail)
        {
            return 0;
        }

        long above = 1;
        while (above < MostPurchases && ProbabilityAtLeast(above + 1) > tail)
        {
            above *= 2;
        }

        long below = above / 2;
        while (above - below > 1)
        {
            long middle = below + ((above - below) / 2);
            (below, above) = ProbabilityAtLeast(middle + 1) > tail ? (middle, above) : (below, middle);
        }

        return above;
    }

    // ln of the probability of staying after each of so many purchases.
    private double LogSurvival(long purchases) =>
        GammaRatio.Of(_b, purchases).Log - GammaRatio.Of(_a + _b, purchases).Log;

    private double PotentialAtLeast(long count) =>
        _ratio > 0 ? BetaDistribution.Tails(count, _shape, Math.Log(_ratio)).Lower : 0;

    // The density of the log-odds over n is the negative binomial probability: z^n (1 - z)^R / (n B(n, R)).
    private double PotentialExactly(long count) =>
        _ratio > 0 ? BetaDistribution.LogOddsDensity(count, _shape, Math.Log(_ratio)) / count : 0;
}
