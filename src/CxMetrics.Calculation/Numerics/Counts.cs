namespace CxMetrics.Calculation.Numerics;

/// <summary>What counts may be.</summary>
internal static class Counts
{
    /// <summary>Refuses counts of successes and trials that cannot be.</summary>
    public static void ThrowIfInvalid(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
    }

    /// <summary>As <see cref="ThrowIfInvalid"/>, and refuses no trials: the formulas of intervals divide by them.</summary>
    public static void ThrowIfInvalidOrEmpty(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ThrowIfInvalid(successes, trials);
    }
}
