using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Calculation.Tests.Calendars;

/// <summary>Random calendars on a grid of 15 minutes, in zones with every kind of clock change, and instants near the changes.</summary>
public static class CalendarGenerators
{
    private const int QuartersPerDay = 96;

    private static readonly string[] Zones =
    [
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "America/St_Johns",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Pacific/Apia",
        "Antarctica/Troll",
        "Asia/Kathmandu",
    ];

    private static readonly DateTimeOffset[] Changes =
    [
        Some.At("2026-03-29T01:00Z"),
        Some.At("2026-10-25T01:00Z"),
        Some.At("2026-03-08T07:00Z"),
        Some.At("2026-11-01T06:00Z"),
        Some.At("2026-04-04T15:00Z"),
        Some.At("2026-10-03T15:30Z"),
        Some.At("2026-02-15T02:00Z"),
        Some.At("2026-03-22T02:00Z"),
        Some.At("2011-12-30T10:00Z"),
        Some.At("2025-12-31T23:00Z"),
    ];

    public static Arbitrary<RandomCalendar> Calendars() =>
        (
            from zone in Gen.Elements(Zones)
            from week in Gen.ArrayOf(Day(), 7)
            from changes in Gen.ArrayOf(Gen.Elements(Changes), 3)
            from days in Gen.ArrayOf(Day(), 3)
            select new RandomCalendar(
                zone,
                week,
                changes
                    .Zip(days)
                    .DistinctBy(pair => pair.First)
                    .ToDictionary(pair => DateOnly.FromDateTime(pair.First.UtcDateTime), pair => pair.Second)
            )
        ).ToArbitrary();

    /// <summary>Instants on the grid, most of them within days of a change.</summary>
    public static Arbitrary<DateTimeOffset> Instants() =>
        Gen.OneOf(NearAChange(), NearAChange(), Anywhere()).ToArbitrary();

    /// <summary>Lengths from nothing to ten days, on the grid.</summary>
    public static Arbitrary<TimeSpan> Lengths() => Quarters(0, 10 * QuartersPerDay).ToArbitrary();

    private static Gen<DateTimeOffset> NearAChange() =>
        from change in Gen.Elements(Changes)
        from away in Quarters(-300, 300)
        select change + away;

    private static Gen<DateTimeOffset> Anywhere() => Quarters(-100_000, 100_000).Select(away => Changes[0] + away);

    private static Gen<TimeSpan> Quarters(int from, int to) =>
        Gen.Choose(from, to).Select(quarters => TimeSpan.FromMinutes(15 * quarters));

    /// <summary>Closed, always open, or a day that opens and closes up to six times.</summary>
    private static Gen<bool[]> Day() =>
        from edges in Gen.Choose(0, 6)
        from turns in Gen.ArrayOf(Gen.Choose(0, QuartersPerDay), edges)
        from starts in Gen.Elements(true, false)
        select Enumerable
            .Range(0, QuartersPerDay)
            .Select(quarter => starts ^ (turns.Count(turn => turn <= quarter) % 2 == 1))
            .ToArray();
}
