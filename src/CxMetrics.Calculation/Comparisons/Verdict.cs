namespace CxMetrics.Calculation.Comparisons;

/// <summary>The verdict on a change from the interval of its difference and the smallest change that matters.</summary>
public static class Verdict
{
    /// <summary>Whether a number is up, down, stable, or not distinguishable from no change.</summary>
    /// <param name="difference">The change.</param>
    /// <param name="smallestEffect">The smallest change that matters, δ₀, finite, 0 or more, in the unit of the difference.</param>
    /// <returns>
    /// Up or down if 0 lies outside the interval; else stable if the interval lies within ±δ₀, its ends included; else not distinguishable,
    /// as also where there is no interval. The order matters where the interval excludes 0 and lies within ±δ₀: a change that is certain is
    /// up or down however small, and its size says whether it matters. The verdict is about the number, not about whether a rise is good.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The smallest effect is negative or not finite.</exception>
    public static ChangeVerdict Of(DifferenceEstimate difference, double smallestEffect)
    {
        if (!(smallestEffect >= 0 && double.IsFinite(smallestEffect)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(smallestEffect),
                smallestEffect,
                "The smallest change that matters is finite and 0 or more."
            );
        }

        return difference.Interval switch
        {
            null => ChangeVerdict.NotDistinguishable,
            { Lower: > 0 } => ChangeVerdict.Up,
            { Upper: < 0 } => ChangeVerdict.Down,
            { } interval when interval.Lower >= -smallestEffect && interval.Upper <= smallestEffect =>
                ChangeVerdict.Stable,
            _ => ChangeVerdict.NotDistinguishable,
        };
    }
}
