namespace CxMetrics.Calculation.Comparisons;

/// <summary>What a difference with its interval says about a change.</summary>
public enum ChangeVerdict
{
    /// <summary>0 lies below the interval: the number has risen, by however little.</summary>
    Up,

    /// <summary>0 lies above the interval: the number has fallen, by however little.</summary>
    Down,

    /// <summary>
    /// The interval holds 0 and reaches nowhere beyond the smallest change that matters: nothing of importance has changed.
    /// </summary>
    Stable,

    /// <summary>The interval holds 0 and changes that matter, or there is none: the answers do not tell.</summary>
    NotDistinguishable,
}
