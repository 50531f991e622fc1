namespace CxMetrics.Calculation.Support;

/// <summary>Durations of a cohort of tickets, ready for a median, a 90th percentile or a mean. Immutable.</summary>
/// <remarks>Waiting times are skewed: report the median and the 90th percentile, the mean only where it is asked for.</remarks>
public sealed class DurationSample
{
    private readonly double[] _seconds;

    internal DurationSample(List<double> seconds, TicketExclusions excluded)
    {
        _seconds = [.. seconds];
        Array.Sort(_seconds);
        Excluded = excluded;
    }

    /// <summary>The durations in seconds, shortest first.</summary>
    public ReadOnlySpan<double> Seconds => _seconds;

    /// <summary>What was left out, by reason.</summary>
    public TicketExclusions Excluded { get; }
}
