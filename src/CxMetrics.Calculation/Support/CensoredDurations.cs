namespace CxMetrics.Calculation.Support;

/// <summary>
/// Durations of a cohort by its start, ready for Kaplan-Meier: what has not ended yet is censored, not dropped. Immutable.
/// </summary>
public sealed class CensoredDurations
{
    private readonly double[] _seconds;
    private readonly bool[] _hasEnded;

    internal CensoredDurations(List<double> seconds, List<bool> hasEnded, TicketExclusions excluded)
    {
        _seconds = [.. seconds];
        _hasEnded = [.. hasEnded];
        Excluded = excluded;
    }

    /// <summary>Seconds until the end, or until now where it has not come; in the order of the tickets.</summary>
    public ReadOnlySpan<double> Seconds => _seconds;

    /// <summary>Whether the end has come: the event of the survival analysis; false is censored.</summary>
    public ReadOnlySpan<bool> HasEnded => _hasEnded;

    /// <summary>What was left out, by reason.</summary>
    public TicketExclusions Excluded { get; }
}
