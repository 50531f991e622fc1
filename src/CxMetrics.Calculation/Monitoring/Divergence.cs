using CxMetrics.Calculation.Comparisons;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>Whether two metrics of the same population over the same periods part ways, such as an NPS that falls while CSAT holds.</summary>
/// <remarks>
/// Two changes diverge where both are certain and opposite, or one is certain and the other is stable, that is known to be small
/// (<see cref="Verdict"/>). A change that cannot be told from none diverges from nothing: too few answers are not an alarm.
/// </remarks>
public static class Divergence
{
    /// <summary>Whether the changes of two metrics diverge.</summary>
    /// <param name="first">The verdict on the first metric's change.</param>
    /// <param name="second">The verdict on the second's. Both metrics are better when higher, or both when lower.</param>
    /// <exception cref="ArgumentOutOfRangeException">A verdict is not a member of the enumeration.</exception>
    public static bool IsBetween(ChangeVerdict first, ChangeVerdict second)
    {
        ThrowIfInvalid(first, nameof(first));
        ThrowIfInvalid(second, nameof(second));
        bool oneIsCertain = IsCertain(first) || IsCertain(second);
        bool bothAreKnown = first != ChangeVerdict.NotDistinguishable && second != ChangeVerdict.NotDistinguishable;
        return oneIsCertain && bothAreKnown && first != second;
    }

    private static bool IsCertain(ChangeVerdict verdict) => verdict is ChangeVerdict.Up or ChangeVerdict.Down;

    private static void ThrowIfInvalid(ChangeVerdict verdict, string name)
    {
        if (!Enum.IsDefined(verdict))
        {
            throw new ArgumentOutOfRangeException(name, verdict, "Unknown verdict.");
        }
    }
}
