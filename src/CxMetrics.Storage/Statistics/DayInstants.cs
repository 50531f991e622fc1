using CxMetrics.Domain.Calendar;

namespace CxMetrics.Storage.Statistics;

/// <summary>The moments that a range of days lies between.</summary>
internal static class DayInstants
{
    /// <summary>From and to in microseconds, a little wider than the days.</summary>
    /// <remarks>
    /// Where clocks are set back over midnight a day begins twice. So the range has a day to spare at both ends, and whoever reads
    /// it asks the calendar for the day of each fact, as daily counts do.
    /// </remarks>
    public static (long From, long To) Around(ReportingCalendar calendar, int firstDay, int endDay)
    {
        DateOnly first = DateOnly.FromDayNumber(Math.Max(firstDay - 1, DateOnly.MinValue.DayNumber));
        DateOnly end = DateOnly.FromDayNumber(Math.Min(endDay + 1, DateOnly.MaxValue.DayNumber));
        return (
            first == DateOnly.MinValue ? long.MinValue : Microseconds.FromInstant(calendar.StartOf(first)),
            end == DateOnly.MaxValue ? long.MaxValue : Microseconds.FromInstant(calendar.StartOf(end))
        );
    }
}
