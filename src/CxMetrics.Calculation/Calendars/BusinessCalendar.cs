using System.Collections.Concurrent;

namespace CxMetrics.Calculation.Calendars;

/// <summary>Business time: which instants are open, by weekday, special day and time zone.</summary>
/// <remarks>
/// <para>
/// An instant is open when the clock on the wall of the zone shows an open time of the date it shows. All else follows. On the day the
/// clocks go forward the skipped hour is not there to be open; on the day they go back an open hour that is shown twice counts twice; a
/// date that a zone left out, as Samoa did with 30 December 2011, has no business time. So business time is additive
/// (a to b and b to c make a to c), never exceeds the time passed, and equals it where the calendar is always open.
/// </para>
/// <para>
/// Each year is examined once, when it is first asked for, and kept: a first question costs a fraction of a millisecond a year, all
/// others well under a microsecond, over days or decades. Immutable; safe for use by many threads.
/// </para>
/// </remarks>
public sealed class BusinessCalendar
{
    private readonly ConcurrentDictionary<int, CalendarYear> _years = new();
    private readonly WallClock _wall;
    private readonly int _lastYear;

    /// <summary>Creates a calendar.</summary>
    /// <param name="zone">The zone whose wall clock decides, as a rule found by its IANA name.</param>
    /// <param name="week">The hours by weekday; a weekday that is not named is closed.</param>
    /// <param name="specialDays">
    /// Dates with other hours than their weekday: <see cref="DayHours.Closed"/> for a holiday. None by default.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A key of <paramref name="week"/> is not a weekday.</exception>
    public BusinessCalendar(
        TimeZoneInfo zone,
        IReadOnlyDictionary<DayOfWeek, DayHours> week,
        IReadOnlyDictionary<DateOnly, DayHours>? specialDays = null
    )
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(week);
        if (!week.Keys.All(Enum.IsDefined))
        {
            throw new ArgumentOutOfRangeException(nameof(week), "Weekdays are Sunday to Saturday.");
        }

        Zone = zone;
        _wall = new WallClock(week, specialDays ?? new Dictionary<DateOnly, DayHours>());
        _lastYear = LastYearWithOpenTime(_wall);
    }

    /// <summary>The zone whose wall clock decides.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The business time between two instants.</summary>
    /// <param name="from">The start, included.</param>
    /// <param name="to">The end, excluded; not before <paramref name="from"/>.</param>
    /// <returns>From 0 to the time passed; 0 for an empty range.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    public TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, $"The end is not before the start, {from:O}.");
        }

        int year = from.UtcDateTime.Year;
        int lastYear = to.UtcDateTime.Year;
        long open = Year(year).OpenBetween(from.UtcTicks, to.UtcTicks);
        while (year < lastYear)
        {
            year++;
            CalendarYear next = Year(year);
            open += year < lastYear ? next.OpenTicks : next.OpenBetween(next.Start, to.UtcTicks);
        }

        return new TimeSpan(open);
    }

    /// <summary>The due time: the earliest instant by which so much business time has passed.</summary>
    /// <param name="from">The start.</param>
    /// <param name="businessTime">The business time, 0 or more.</param>
    /// <returns>
    /// The instant in UTC, so that <see cref="Elapsed"/> from the start to it is <paramref name="businessTime"/> exactly: eight hours from
    /// the opening of an eight-hour day end when it closes, not when the next one opens. The start itself for no time. Null when so much
    /// open time never comes: the calendar has no open time from then on, or not enough before the year 10000.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The business time is negative.</exception>
    public DateTimeOffset? DueAt(DateTimeOffset from, TimeSpan businessTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(businessTime, TimeSpan.Zero);
        long start = from.UtcTicks;
        long left = businessTime.Ticks;
        if (left == 0)
        {
            return from.ToUniversalTime();
        }

        if (left > DateTime.MaxValue.Ticks - start)
        {
            return null;
        }

        for (int number = from.UtcDateTime.Year; number <= _lastYear; number++)
        {
            CalendarYear year = Year(number);
            start = Math.Max(start, year.Start);
            long open = start > year.Start ? year.OpenBetween(start, DateTime.MaxValue.Ticks) : year.OpenTicks;
            if (left <= open)
            {
                return new DateTimeOffset(year.InstantAfter(start, left), TimeSpan.Zero);
            }

            left -= open;
        }

        return null;
    }

    private CalendarYear Year(int year) =>
        _years.GetOrAdd(year, static (key, owner) => new CalendarYear(key, owner.Zone, owner._wall), this);

    // Without open weeks nothing is open after the last special day; the zone may still show that day when UTC is a year further.
    private static int LastYearWithOpenTime(WallClock wall)
    {
        if (wall.HasOpenWeek)
        {
            return DateTime.MaxValue.Year;
        }

        return wall.LastOpenSpecialDay is { } day
            ? Math.Min(DateOnly.FromDayNumber((int)day).Year + 1, DateTime.MaxValue.Year)
            : 0;
    }
}
