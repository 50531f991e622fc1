namespace CxMetrics.Domain.Calendar;

/// <summary>Decides which day a moment falls on and where weeks, months, quarters and years begin.</summary>
/// <remarks>
/// A day runs from local midnight to the next and has 23 or 25 hours when clocks change. Times are compared as instants,
/// never as wall-clock readings.
/// </remarks>
public sealed class ReportingCalendar(TimeZoneInfo timeZone, DayOfWeek weekStart)
{
    private readonly bool _isUtc = timeZone.BaseUtcOffset == TimeSpan.Zero && !timeZone.SupportsDaylightSavingTime;

    /// <summary>The zone of the calendar.</summary>
    public TimeZoneInfo TimeZone { get; } = timeZone;

    /// <summary>The first day of a week.</summary>
    public DayOfWeek WeekStart { get; } = weekStart;

    /// <summary>The day that an instant falls on.</summary>
    public DateOnly DayOf(DateTimeOffset instant)
    {
        DateTime local = _isUtc ? instant.UtcDateTime : TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime;
        return DateOnly.FromDateTime(local);
    }

    /// <summary>The first instant of a day, in UTC.</summary>
    /// <remarks>
    /// Searched for rather than taken from midnight's offset: clocks jump over midnight in some zones, midnight happens twice in
    /// others, and where a zone has moved across the date line a whole day is missing; it begins where the next one does.
    /// </remarks>
    public DateTimeOffset StartOf(DateOnly day)
    {
        DateTimeOffset midnight = new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        if (_isUtc)
        {
            return midnight;
        }

        // No zone is more than 14 hours from UTC.
        long before = Math.Max(DateTimeOffset.MinValue.Ticks, midnight.UtcTicks - TimeSpan.TicksPerDay);
        long after = Math.Min(DateTimeOffset.MaxValue.Ticks, midnight.UtcTicks + TimeSpan.TicksPerDay);
        while (after - before > 1)
        {
            long middle = before + ((after - before) / 2);
            if (DayOf(new DateTimeOffset(middle, TimeSpan.Zero)) < day)
            {
                before = middle;
            }
            else
            {
                after = middle;
            }
        }

        return new DateTimeOffset(after, TimeSpan.Zero);
    }

    /// <summary>Cuts a range into periods. The first and the last are cut short where the range begins or ends inside one.</summary>
    public IReadOnlyList<DateRange> Cut(DateRange range, PeriodLength length)
    {
        if (length == PeriodLength.None)
        {
            return [range];
        }

        var periods = new List<DateRange>();
        DateOnly from = range.From;
        while (from < range.To)
        {
            DateOnly end = EndOfPeriod(from, length);
            DateOnly to = end < range.To ? end : range.To;
            periods.Add(new DateRange(from, to));
            from = to;
        }

        return periods;
    }

    /// <summary>The whole calendar period that a day lies in.</summary>
    public DateRange PeriodOf(DateOnly day, PeriodLength length)
    {
        DateOnly start = length switch
        {
            PeriodLength.None or PeriodLength.Day => day,
            PeriodLength.Week => day.AddDays(-DaysIntoWeek(day)),
            PeriodLength.Month => new DateOnly(day.Year, day.Month, 1),
            PeriodLength.Quarter => FirstOfQuarter(day),
            PeriodLength.Year => new DateOnly(day.Year, 1, 1),
        };
        return new DateRange(start, EndOfPeriod(day, length));
    }

    private DateOnly EndOfPeriod(DateOnly day, PeriodLength length) =>
        length switch
        {
            PeriodLength.None or PeriodLength.Day => day.AddDays(1),
            PeriodLength.Week => day.AddDays(7 - DaysIntoWeek(day)),
            PeriodLength.Month => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
            PeriodLength.Quarter => FirstOfQuarter(day).AddMonths(3),
            PeriodLength.Year => new DateOnly(day.Year, 1, 1).AddYears(1),
        };

    private int DaysIntoWeek(DateOnly day) => ((int)day.DayOfWeek - (int)WeekStart + 7) % 7;

    private static DateOnly FirstOfQuarter(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}
