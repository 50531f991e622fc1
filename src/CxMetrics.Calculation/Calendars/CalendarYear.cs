namespace CxMetrics.Calculation.Calendars;

/// <summary>One year of a calendar in UTC, cut where the offset of the zone changes.</summary>
/// <remarks>
/// Inside a piece the wall clock runs evenly, so that open time is a difference of two look-ups. The changes are found by asking the zone
/// at every midnight UTC and halving the days between two different answers. An offset that lasts less than a day could go unseen; the
/// shortest of the IANA database lasted four (Freetown, 1939).
/// </remarks>
internal sealed class CalendarYear
{
    private readonly WallClock _wall;
    private readonly long[] _starts;
    private readonly long[] _offsets;
    private readonly long _end;

    public CalendarYear(int year, TimeZoneInfo zone, WallClock wall)
    {
        _wall = wall;
        Start = FirstInstantOf(year);
        _end = year < DateTime.MaxValue.Year ? FirstInstantOf(year + 1) : DateTime.MaxValue.Ticks;
        List<long> starts = [Start];
        List<long> offsets = [OffsetAt(zone, Start)];
        long probed = Start;
        while (probed < _end)
        {
            long next = Math.Min(probed + TimeSpan.TicksPerDay, _end);
            while (OffsetAt(zone, next) != offsets[^1])
            {
                probed = FirstChange(zone, probed, next, offsets[^1]);
                starts.Add(probed);
                offsets.Add(OffsetAt(zone, probed));
            }

            probed = next;
        }

        _starts = [.. starts];
        _offsets = [.. offsets];
        OpenTicks = OpenBetween(Start, _end);
    }

    /// <summary>The first instant of the year, in UTC ticks.</summary>
    public long Start { get; }

    /// <summary>The open ticks of the whole year.</summary>
    public long OpenTicks { get; }

    /// <summary>The open ticks between two instants, as far as they lie in the year.</summary>
    public long OpenBetween(long from, long to)
    {
        long open = 0;
        for (int piece = 0; piece < _starts.Length; piece++)
        {
            long start = Math.Max(from, _starts[piece]);
            long end = Math.Min(to, EndOf(piece));
            if (start < end)
            {
                open += OpenInPiece(piece, start, end);
            }
        }

        return open;
    }

    /// <summary>The earliest instant with <paramref name="open"/> open ticks since <paramref name="from"/>.</summary>
    /// <param name="from">An instant of the year.</param>
    /// <param name="open">Above 0 and at most as many as the year has after <paramref name="from"/>.</param>
    public long InstantAfter(long from, long open)
    {
        int piece = 0;
        long start = from;
        long left = open;
        while (true)
        {
            long end = EndOf(piece);
            long here = start < end ? OpenInPiece(piece, start, end) : 0;
            if (left <= here)
            {
                long offset = _offsets[piece];
                long before = _wall.OpenBefore(start + offset);
                return _wall.TimeAfter(before + left, start + offset, end + offset) - offset;
            }

            left -= here;
            start = Math.Max(start, end);
            piece++;
        }
    }

    private long EndOf(int piece) => piece + 1 < _starts.Length ? _starts[piece + 1] : _end;

    private long OpenInPiece(int piece, long start, long end) =>
        _wall.OpenBefore(end + _offsets[piece]) - _wall.OpenBefore(start + _offsets[piece]);

    private static long FirstInstantOf(int year) => new DateOnly(year, 1, 1).DayNumber * TimeSpan.TicksPerDay;

    private static long OffsetAt(TimeZoneInfo zone, long ticks) =>
        zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc)).Ticks;

    /// <summary>The first instant of another offset; <paramref name="low"/> still has it, <paramref name="high"/> has not.</summary>
    private static long FirstChange(TimeZoneInfo zone, long low, long high, long offset)
    {
        long before = low;
        long after = high;
        while (after - before > 1)
        {
            long middle = before + ((after - before) / 2);
            (before, after) = OffsetAt(zone, middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }
}
