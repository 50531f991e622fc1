using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Health;

/// <summary>Where the bands of a health score end. A score on a boundary belongs to the lower band. Immutable.</summary>
public sealed record HealthBands
{
    /// <summary>Declares bands.</summary>
    /// <param name="redUpTo">The highest red score.</param>
    /// <param name="amberUpTo">The highest amber score.</param>
    /// <exception cref="ArgumentOutOfRangeException">The boundaries are not 0 &lt; red &lt; amber &lt; 100.</exception>
    public HealthBands(double redUpTo, double amberUpTo)
    {
        if (!(redUpTo > 0 && redUpTo < amberUpTo && amberUpTo < 100))
        {
            throw new ArgumentOutOfRangeException(
                nameof(redUpTo),
                redUpTo,
                $"The boundaries ascend between 0 and 100; not {redUpTo} and {amberUpTo}."
            );
        }

        RedUpTo = redUpTo;
        AmberUpTo = amberUpTo;
    }

    /// <summary>Red up to 50, amber up to 75, green above.</summary>
    public static HealthBands Default { get; } = new(50, 75);

    /// <summary>The highest red score.</summary>
    public double RedUpTo { get; }

    /// <summary>The highest amber score.</summary>
    public double AmberUpTo { get; }

    /// <summary>The band of a score.</summary>
    /// <param name="score">The score, 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is not from 0 to 100.</exception>
    public HealthBand BandOf(double score)
    {
        ThrowIfNotAScore(score, nameof(score));
        if (score <= RedUpTo)
        {
            return HealthBand.Red;
        }

        return score <= AmberUpTo ? HealthBand.Amber : HealthBand.Green;
    }

    /// <summary>The probability of each band when the true score is normal about the observed one, moved into 0 to 100.</summary>
    /// <param name="score">The observed score, 0 to 100.</param>
    /// <param name="standardError">Its standard error, finite and not negative; 0 makes one band certain.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is not from 0 to 100, or the standard error is not finite or negative.</exception>
    public BandProbabilities ProbabilitiesOf(double score, double standardError)
    {
        FiniteNumbers.ThrowIfNotFiniteOrNegative([standardError], nameof(standardError));
        HealthBand band = BandOf(score);
        if (!(standardError > 0))
        {
            return new BandProbabilities(
                band == HealthBand.Red ? 1 : 0,
                band == HealthBand.Amber ? 1 : 0,
                band == HealthBand.Green ? 1 : 0
            );
        }

        // What lies below 0 or above 100 moves to the end of the scale and stays in its band.
        double red = StandardNormal.LowerTail((RedUpTo - score) / standardError);
        double green = StandardNormal.LowerTail((score - AmberUpTo) / standardError);
        return new BandProbabilities(red, Math.Max(0, 1 - red - green), green);
    }

    internal static void ThrowIfNotAScore(double score, string parameter)
    {
        if (!(score >= 0 && score <= 100))
        {
            throw new ArgumentOutOfRangeException(parameter, score, "A health score is from 0 to 100.");
        }
    }
}
