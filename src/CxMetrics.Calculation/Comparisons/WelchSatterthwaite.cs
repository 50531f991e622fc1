using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The degrees of freedom of a difference of two means whose variances are estimated apart.</summary>
/// <remarks>
/// (u + v)²/(u²/f + v²/g) for the squared standard errors u and v with f and g degrees of freedom: between the smaller of f and g and
/// their sum. Sources: Satterthwaite (1946), Biometrics Bulletin 2, 110-114; Welch (1947), Biometrika 34, 28-35.
/// </remarks>
public static class WelchSatterthwaite
{
    /// <summary>The degrees of freedom; usually not whole.</summary>
    /// <param name="firstError">The standard error of the first mean, 0 or more.</param>
    /// <param name="firstFreedom">Its degrees of freedom, above 0: n − 1 for a plain mean.</param>
    /// <param name="secondError">The standard error of the second mean, 0 or more, in the same unit.</param>
    /// <param name="secondFreedom">Its degrees of freedom, above 0.</param>
    /// <returns>The degrees of freedom; null where both standard errors are 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, a standard error is negative, or degrees of freedom are not above 0.</exception>
    public static double? DegreesOfFreedom(
        double firstError,
        double firstFreedom,
        double secondError,
        double secondFreedom
    )
    {
        FiniteNumbers.ThrowIfNotFiniteOrNegative([firstError], nameof(firstError));
        FiniteNumbers.ThrowIfNotFiniteOrNegative([secondError], nameof(secondError));
        FiniteNumbers.ThrowIfNotFiniteOrNotPositive([firstFreedom], nameof(firstFreedom));
        FiniteNumbers.ThrowIfNotFiniteOrNotPositive([secondFreedom], nameof(secondFreedom));
        double larger = Math.Max(firstError, secondError);
        if (!(larger > 0))
        {
            return null;
        }

        // Relative to the larger error nothing overflows, however large or small the unit.
        double u = firstError / larger * (firstError / larger);
        double v = secondError / larger * (secondError / larger);
        return (u + v) * (u + v) / ((u * u / firstFreedom) + (v * v / secondFreedom));
    }
}
