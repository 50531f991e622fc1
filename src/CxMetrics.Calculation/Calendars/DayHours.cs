namespace CxMetrics.Calculation.Calendars;

/// <summary>The open intervals of one day, none or several. Immutable.</summary>
public sealed class DayHours
{
    private readonly long[] _from;
    private readonly long[] _to;

    /// <summary>Creates the hours of a day.</summary>
    /// <param name="intervals">The intervals in any order. They may touch but not overlap; none means closed.</param>
    /// <exception cref="ArgumentException">Two intervals overlap.</exception>
    public DayHours(params ReadOnlySpan<OpenInterval> intervals)
    {
        OpenInterval[] sorted = intervals.ToArray();
        Array.Sort(sorted, (one, other) => one.From.CompareTo(other.From));
        for (int index = 1; index < sorted.Length; index++)
        {
            if (sorted[index].From < sorted[index - 1].To)
            {
                throw new ArgumentException(
                    $"The intervals of a day do not overlap; {sorted[index - 1]} and {sorted[index]} do.",
                    nameof(intervals)
                );
            }
        }

        _from = Array.ConvertAll(sorted, interval => interval.From.Ticks);
        _to = Array.ConvertAll(sorted, interval => interval.To.Ticks);
        OpenTicks = OpenBefore(TimeSpan.TicksPerDay);
    }

    /// <summary>No open time.</summary>
    public static DayHours Closed { get; } = new();

    /// <summary>Open from 00:00 to 24:00.</summary>
    public static DayHours AllDay { get; } = new(new OpenInterval(TimeSpan.Zero, TimeSpan.FromDays(1)));

    /// <summary>The open time of the day as the wall clock counts it; on the day of a clock change the real time is another.</summary>
    public TimeSpan OpenTime => new(OpenTicks);

    internal long OpenTicks { get; }

    /// <summary>The open ticks before a time of day.</summary>
    internal long OpenBefore(long timeOfDay)
    {
        long open = 0;
        for (int index = 0; index < _from.Length && _from[index] < timeOfDay; index++)
        {
            open += Math.Min(timeOfDay, _to[index]) - _from[index];
        }

        return open;
    }

    /// <summary>The earliest time of day with this many open ticks before it.</summary>
    /// <param name="open">Above 0 and at most <see cref="OpenTicks"/>.</param>
    internal long TimeOfDayAfter(long open)
    {
        int index = 0;
        long left = open;
        while (left > _to[index] - _from[index])
        {
            left -= _to[index] - _from[index];
            index++;
        }

        return _from[index] + left;
    }
}
