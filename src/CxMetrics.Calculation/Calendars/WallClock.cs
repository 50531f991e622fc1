namespace CxMetrics.Calculation.Calendars;

/// <summary>Open time along the wall clock, as if it never changed: the same week for ever, except on special days.</summary>
/// <remarks>
/// Times are ticks since 0001-01-01 00:00 on the wall, which was a Monday; they may lie a day outside the range of <see cref="DateTime"/>.
/// Whole weeks are one multiplication and special days a prefix sum, so that a look-up costs the same over a day and over a century.
/// </remarks>
internal sealed class WallClock
{
    private const int DaysPerWeek = 7;

    private readonly DayHours[] _week = new DayHours[DaysPerWeek];
    private readonly long[] _openBeforeWeekday = new long[DaysPerWeek + 1];
    private readonly long[] _specialDays;
    private readonly DayHours[] _specialHours;
    private readonly long[] _extraBeforeSpecial;

    public WallClock(
        IReadOnlyDictionary<DayOfWeek, DayHours> week,
        IEnumerable<KeyValuePair<DateOnly, DayHours>> specialDays
    )
    {
        for (int weekday = 0; weekday < DaysPerWeek; weekday++)
        {
            _week[weekday] = week.GetValueOrDefault((DayOfWeek)((weekday + 1) % DaysPerWeek), DayHours.Closed);
            _openBeforeWeekday[weekday + 1] = _openBeforeWeekday[weekday] + _week[weekday].OpenTicks;
        }

        KeyValuePair<DateOnly, DayHours>[] special = [.. specialDays.OrderBy(day => day.Key)];
        _specialDays = Array.ConvertAll(special, day => (long)day.Key.DayNumber);
        _specialHours = Array.ConvertAll(special, day => day.Value);
        _extraBeforeSpecial = new long[special.Length + 1];
        for (int index = 0; index < special.Length; index++)
        {
            long usual = _week[_specialDays[index] % DaysPerWeek].OpenTicks;
            _extraBeforeSpecial[index + 1] = _extraBeforeSpecial[index] + _specialHours[index].OpenTicks - usual;
        }
    }

    /// <summary>Whether an ordinary week has open time.</summary>
    public bool HasOpenWeek => OpenPerWeek > 0;

    /// <summary>The last special day with open time, as a day number; null when there is none.</summary>
    public long? LastOpenSpecialDay
    {
        get
        {
            int index = Array.FindLastIndex(_specialHours, hours => hours.OpenTicks > 0);
            return index < 0 ? null : _specialDays[index];
        }
    }

    private long OpenPerWeek => _openBeforeWeekday[DaysPerWeek];

    /// <summary>The open ticks before a time on the wall. Only differences mean something.</summary>
    public long OpenBefore(long time)
    {
        long day = DayOf(time);
        return OpenBeforeDay(day, out DayHours hours) + hours.OpenBefore(time - (day * TimeSpan.TicksPerDay));
    }

    /// <summary>
    /// The earliest time from <paramref name="from"/> to <paramref name="to"/> with <paramref name="open"/> open ticks before it.
    /// </summary>
    /// <param name="open">More than there are before <paramref name="from"/>, at most as many as before <paramref name="to"/>.</param>
    /// <param name="from">Where the search starts.</param>
    /// <param name="to">Where it ends.</param>
    public long TimeAfter(long open, long from, long to)
    {
        long low = DayOf(from);
        long high = DayOf(to);
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            (low, high) = OpenBeforeDay(middle + 1, out _) >= open ? (low, middle) : (middle + 1, high);
        }

        long before = OpenBeforeDay(low, out DayHours hours);
        return (low * TimeSpan.TicksPerDay) + hours.TimeOfDayAfter(open - before);
    }

    private long OpenBeforeDay(long day, out DayHours hours)
    {
        long week = FloorDivide(day, DaysPerWeek);
        int weekday = (int)(day - (week * DaysPerWeek));
        int special = Array.BinarySearch(_specialDays, day);
        hours = special >= 0 ? _specialHours[special] : _week[weekday];
        return (week * OpenPerWeek)
            + _openBeforeWeekday[weekday]
            + _extraBeforeSpecial[special >= 0 ? special : ~special];
    }

    private static long DayOf(long time) => FloorDivide(time, TimeSpan.TicksPerDay);

    private static long FloorDivide(long dividend, long divisor) =>
        dividend >= 0 ? dividend / divisor : ((dividend + 1) / divisor) - 1;
}
