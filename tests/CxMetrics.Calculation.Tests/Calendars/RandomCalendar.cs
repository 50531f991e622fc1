using CxMetrics.Calculation.Calendars;

namespace CxMetrics.Calculation.Tests.Calendars;

/// <summary>A calendar with the hours it was made from: quarters of an hour since midnight that are open, by weekday and date.</summary>
public sealed class RandomCalendar
{
    private readonly bool[][] _week;
    private readonly IReadOnlyDictionary<DateOnly, bool[]> _special;

    public RandomCalendar(string zone, bool[][] week, IReadOnlyDictionary<DateOnly, bool[]> special)
    {
        Zone = Some.Zone(zone);
        _week = week;
        _special = special;
        Calendar = new BusinessCalendar(
            Zone,
            Enum.GetValues<DayOfWeek>().ToDictionary(day => day, day => Hours(week[(int)day])),
            special.ToDictionary(day => day.Key, day => Hours(day.Value))
        );
    }

    public TimeZoneInfo Zone { get; }

    public BusinessCalendar Calendar { get; }

    /// <summary>The open time between two instants on the grid, by looking at the wall clock every quarter of an hour.</summary>
    public TimeSpan Watched(DateTimeOffset from, DateTimeOffset to)
    {
        int quarters = 0;
        for (DateTimeOffset at = from; at < to; at += TimeSpan.FromMinutes(15))
        {
            DateTime wall = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
            bool[] day = _special.GetValueOrDefault(DateOnly.FromDateTime(wall), _week[(int)wall.DayOfWeek]);
            quarters += day[(int)(wall.TimeOfDay.TotalMinutes / 15)] ? 1 : 0;
        }

        return TimeSpan.FromMinutes(15 * quarters);
    }

    public override string ToString() =>
        $"{Zone.Id}: {string.Join(' ', _week.Select(day => new string([.. day.Select(open => open ? 'x' : '.')])))}"
        + $"; {string.Join(' ', _special.Keys)}";

    private static DayHours Hours(bool[] open) =>
        new([
            .. Enumerable
                .Range(0, open.Length)
                .Where(quarter => open[quarter] && (quarter == 0 || !open[quarter - 1]))
                .Select(quarter => Some.Open(quarter / 4.0, ClosedFrom(open, quarter) / 4.0)),
        ]);

    private static int ClosedFrom(bool[] open, int quarter)
    {
        int closed = Array.IndexOf(open, false, quarter);
        return closed < 0 ? open.Length : closed;
    }
}
