using System.Globalization;
using CxMetrics.Domain.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Api.Tests.Metrics;

/// <summary>Days and periods in zones that make them hard.</summary>
public sealed class ReportingCalendarTests
{
    // Clocks in Sao Paulo jumped from 0:00 to 1:00 on 4 November 2018; Havana has midnight twice on 4 November 2018;
    // Apia had no 30 December 2011; Berlin changes at 2:00 and 3:00.
    [TestCase("UTC", "2026-03-29", "2026-03-29T00:00:00Z")]
    [TestCase("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z")]
    [TestCase("Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00Z")]
    [TestCase("Europe/Berlin", "2026-10-26", "2026-10-25T23:00:00Z")]
    [TestCase("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")]
    [TestCase("America/Havana", "2018-11-04", "2018-11-04T04:00:00Z")]
    [TestCase("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z")]
    [TestCase("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z")]
    [TestCase("Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15:00Z")]
    public void StartOf_Day_IsItsFirstInstant(string zone, string day, string expected)
    {
        ReportingCalendar calendar = In(zone);

        calendar.StartOf(Day(day)).Should().Be(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Test]
    public void StartOf_AnyDay_SeparatesItFromTheDayBefore()
    {
        string[] zones =
        [
            "Europe/Berlin",
            "America/Sao_Paulo",
            "America/Havana",
            "Pacific/Apia",
            "Australia/Lord_Howe",
            "UTC",
        ];
        var days = Gen.Choose(Day("2005-01-01").DayNumber, Day("2035-01-01").DayNumber).Select(DateOnly.FromDayNumber);
        Prop.ForAll(
                Gen.Elements(zones).Zip(days).ToArbitrary(),
                sample =>
                {
                    ReportingCalendar calendar = In(sample.Item1);
                    DateTimeOffset start = calendar.StartOf(sample.Item2);
                    return calendar.DayOf(start) >= sample.Item2 && calendar.DayOf(start.AddTicks(-1)) < sample.Item2;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Test]
    public void Cut_AnyRange_CoversItWithoutGapsOrOverlaps()
    {
        var days = Gen.Choose(Day("2020-01-01").DayNumber, Day("2030-01-01").DayNumber);
        var ranges = days.Zip(Gen.Choose(1, 900)).Zip(Gen.Elements(Enum.GetValues<PeriodLength>()));
        Prop.ForAll(
                ranges.ToArbitrary(),
                sample =>
                {
                    var range = new DateRange(
                        DateOnly.FromDayNumber(sample.Item1.Item1),
                        DateOnly.FromDayNumber(sample.Item1.Item1 + sample.Item1.Item2)
                    );
                    IReadOnlyList<DateRange> periods = In("UTC").Cut(range, sample.Item2);
                    return periods[0].From == range.From
                        && periods[^1].To == range.To
                        && periods.All(period => period.From < period.To)
                        && periods.Zip(periods.Skip(1)).All(pair => pair.First.To == pair.Second.From);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [TestCase(DayOfWeek.Monday, "2026-01-05", "2026-01-12")]
    [TestCase(DayOfWeek.Sunday, "2026-01-04", "2026-01-11")]
    public void PeriodOf_Week_BeginsOnTheConfiguredDay(DayOfWeek weekStart, string from, string to)
    {
        var calendar = new ReportingCalendar(TimeZoneInfo.Utc, weekStart);

        calendar.PeriodOf(Day("2026-01-07"), PeriodLength.Week).Should().Be(new DateRange(Day(from), Day(to)));
    }

    private static ReportingCalendar In(string zone) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(zone), DayOfWeek.Monday);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
