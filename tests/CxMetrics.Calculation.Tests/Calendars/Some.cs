using System.Globalization;
using CxMetrics.Calculation.Calendars;

namespace CxMetrics.Calculation.Tests.Calendars;

/// <summary>Short ways to write calendars and instants.</summary>
public static class Some
{
    public static OpenInterval Open(double fromHour, double toHour) =>
        new(TimeSpan.FromHours(fromHour), TimeSpan.FromHours(toHour));

    public static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    public static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    /// <summary>The same hours every day.</summary>
    public static BusinessCalendar Daily(string zone, params OpenInterval[] intervals) =>
        new(Zone(zone), Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => new DayHours(intervals)));

    /// <summary>Monday to Friday 9 to 12 and 13 to 18, in Berlin, with a holiday and a short day.</summary>
    public static BusinessCalendar Office { get; } = OfficeIn("Europe/Berlin");

    public static BusinessCalendar OfficeIn(string zone)
    {
        DayHours day = new(Open(9, 12), Open(13, 18));
        return new BusinessCalendar(
            Zone(zone),
            new Dictionary<DayOfWeek, DayHours>
            {
                [DayOfWeek.Monday] = day,
                [DayOfWeek.Tuesday] = day,
                [DayOfWeek.Wednesday] = day,
                [DayOfWeek.Thursday] = day,
                [DayOfWeek.Friday] = day,
            },
            new Dictionary<DateOnly, DayHours>
            {
                [new DateOnly(2026, 5, 1)] = DayHours.Closed,
                [new DateOnly(2026, 12, 24)] = new(Open(9, 12)),
            }
        );
    }
}
