namespace CxMetrics.Calculation;

/// <summary>What a two-sided confidence level may be: above 0 and below 1, 0.95 unless another is asked for.</summary>
public static class ConfidenceLevel
{
    /// <summary>0.95, the level of every interval that does not ask for another.</summary>
    public const double Default = 0.95;

    /// <summary>Refuses a level that is not strictly between 0 and 1; NaN is refused too.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static void ThrowIfInvalid(double level)
    {
        // Written so that NaN, which compares false with everything, is refused.
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level is above 0 and below 1.");
        }
    }
}
