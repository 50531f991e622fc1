using System.Globalization;

namespace CxMetrics.Calculation.Calendars;

/// <summary>An open stretch of a day in the time that clocks on the wall show, its end excluded: 09:00 to 17:30. Immutable.</summary>
public sealed record OpenInterval
{
    /// <summary>Creates an interval.</summary>
    /// <param name="from">The time of day at which it opens, 0 to 24 hours.</param>
    /// <param name="to">The time of day at which it closes, after <paramref name="from"/>; 24 hours is the end of the day.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A time is not from 0 to 24 hours, or the interval does not end after it starts.
    /// </exception>
    public OpenInterval(TimeSpan from, TimeSpan to)
    {
        ThrowIfNotOfADay(from, nameof(from));
        ThrowIfNotOfADay(to, nameof(to));
        if (to <= from)
        {
            throw new ArgumentOutOfRangeException(
                nameof(to),
                to,
                $"An interval ends after it starts, at {from}; one across midnight is two, the first until 24:00."
            );
        }

        From = from;
        To = to;
    }

    /// <summary>The time of day at which it opens.</summary>
    public TimeSpan From { get; }

    /// <summary>The time of day at which it closes; the interval does not hold it.</summary>
    public TimeSpan To { get; }

    /// <summary>The interval in words, for messages: <c>09:00 to 24:00</c>.</summary>
    public override string ToString() => $"{Shown(From)} to {Shown(To)}";

    private static void ThrowIfNotOfADay(TimeSpan time, string name)
    {
        if (time < TimeSpan.Zero || time > TimeSpan.FromDays(1))
        {
            throw new ArgumentOutOfRangeException(name, time, "A time of day is from 0 to 24 hours.");
        }
    }

    private static string Shown(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time:mm}");
}
