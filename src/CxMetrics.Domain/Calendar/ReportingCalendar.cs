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
    /// <remarks>Where clocks jump over midnight the day begins at the jump; where midnight happens twice it begins at the first.</remarks>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (TimeZone.IsInvalidTime(midnight))
        {
            return FirstInstantOf(day, around: new DateTimeOffset(midnight, TimeSpan.Zero));
        }

        TimeSpan offset = TimeZone.IsAmbiguousTime(midnight)
            ? TimeZone.GetAmbiguousTimeOffsets(midnight).Max()
            : TimeZone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
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
            PeriodLength.Week => day.AddDays(-(((int)day.DayOfWeek - (int)WeekStart + 7) % 7)),
            PeriodLength.Month => new DateOnly(day.Year, day.Month, 1),
            PeriodLength.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
            PeriodLength.Year => new DateOnly(day.Year, 1, 1),
        };
        return new DateRange(start, EndOfPeriod(day, length));
    }

    private DateOnly EndOfPeriod(DateOnly day, PeriodLength length) =>
        length switch
        {
            PeriodLength.None or PeriodLength.Day => day.AddDays(1),
            PeriodLength.Week => day.AddDays(7 - (((int)day.DayOfWeek - (int)WeekStart + 7) % 7)),
            PeriodLength.Month => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
            PeriodLength.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1).AddMonths(3),
            PeriodLength.Year => new DateOnly(day.Year, 1, 1).AddYears(1),
        };

    private DateTimeOffset FirstInstantOf(DateOnly day, DateTimeOffset around)
    {
        long before = around.AddHours(-26).UtcTicks;
        long after = around.AddHours(26).UtcTicks;
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
}
