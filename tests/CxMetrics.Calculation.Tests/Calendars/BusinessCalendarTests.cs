using CxMetrics.Calculation.Calendars;

namespace CxMetrics.Calculation.Tests.Calendars;

public sealed class BusinessCalendarTests
{
    [TestCase("2026-04-27T08:00+02:00", "2026-04-27T19:00+02:00", 8, TestName = "Elapsed_OneDay_CountsBothIntervals")]
    [TestCase("2026-04-27T11:00+02:00", "2026-04-27T14:00+02:00", 2, TestName = "Elapsed_OverTheBreak_LeavesItOut")]
    [TestCase("2026-04-24T17:00+02:00", "2026-04-27T10:00+02:00", 2, TestName = "Elapsed_OverTheWeekend_LeavesItOut")]
    [TestCase("2026-04-30T17:00+02:00", "2026-05-04T10:00+02:00", 2, TestName = "Elapsed_OverAHoliday_LeavesItOut")]
    [TestCase("2026-12-23T17:00+01:00", "2026-12-25T10:00+01:00", 5, TestName = "Elapsed_OverAShortDay_UsesItsHours")]
    [TestCase("2026-04-26T00:00+02:00", "2026-04-26T23:00+02:00", 0, TestName = "Elapsed_WhileClosed_IsZero")]
    [TestCase("2026-04-27T10:00+02:00", "2026-04-27T10:00+02:00", 0, TestName = "Elapsed_OfNothing_IsZero")]
    [TestCase(
        "2025-01-01T00:00+01:00",
        "2026-01-01T00:00+01:00",
        261 * 8,
        TestName = "Elapsed_OverAYear_CountsEveryWeekday"
    )]
    public void Elapsed_InOfficeHours_IsTheOpenTime(string from, string to, double hours) =>
        Some.Office.Elapsed(Some.At(from), Some.At(to)).Should().Be(TimeSpan.FromHours(hours));

    [TestCase("Europe/Berlin", "2026-03-28T23:00Z", "2026-03-29T22:00Z", 23, TestName = "Elapsed_SpringDay_Has23Hours")]
    [TestCase("Europe/Berlin", "2026-10-24T22:00Z", "2026-10-25T23:00Z", 25, TestName = "Elapsed_AutumnDay_Has25Hours")]
    [TestCase(
        "Australia/Lord_Howe",
        "2026-04-04T13:00Z",
        "2026-04-05T13:30Z",
        24.5,
        TestName = "Elapsed_LordHoweAutumnDay_Has24AndAHalfHours"
    )]
    [TestCase(
        "Pacific/Apia",
        "2011-12-29T10:00Z",
        "2011-12-31T10:00Z",
        48,
        TestName = "Elapsed_OverTheLostDateOfSamoa_IsTheTimePassed"
    )]
    public void Elapsed_AlwaysOpen_IsTheTimePassed(string zone, string from, string to, double hours)
    {
        BusinessCalendar calendar = Some.Daily(zone, Some.Open(0, 24));
        calendar.Elapsed(Some.At(from), Some.At(to)).Should().Be(TimeSpan.FromHours(hours));
    }

    [TestCase(2, 3, 0, TestName = "Elapsed_IntervalInTheSkippedHour_IsZero")]
    [TestCase(1, 3, 1, TestName = "Elapsed_IntervalIntoTheSkippedHour_EndsEarlier")]
    [TestCase(2.5, 4, 1, TestName = "Elapsed_IntervalFromTheSkippedHour_StartsAtItsEnd")]
    [TestCase(1, 4, 2, TestName = "Elapsed_IntervalOverTheSkippedHour_IsAnHourShorter")]
    public void Elapsed_WhenClocksGoForward_LeavesOutWhatTheySkip(double open, double close, double hours) =>
        Some.Daily("Europe/Berlin", Some.Open(open, close))
            .Elapsed(Some.At("2026-03-29T00:00+01:00"), Some.At("2026-03-30T00:00+02:00"))
            .Should()
            .Be(TimeSpan.FromHours(hours));

    [TestCase(2, 3, 2, TestName = "Elapsed_IntervalInTheRepeatedHour_CountsTwice")]
    [TestCase(2.5, 3, 1, TestName = "Elapsed_IntervalInPartOfTheRepeatedHour_CountsTwice")]
    [TestCase(1, 2.5, 2, TestName = "Elapsed_IntervalIntoTheRepeatedHour_CountsItsPartTwice")]
    [TestCase(1, 4, 4, TestName = "Elapsed_IntervalOverTheRepeatedHour_IsAnHourLonger")]
    public void Elapsed_WhenClocksGoBack_CountsWhatTheyShowTwice(double open, double close, double hours) =>
        Some.Daily("Europe/Berlin", Some.Open(open, close))
            .Elapsed(Some.At("2026-10-25T00:00+02:00"), Some.At("2026-10-26T00:00+01:00"))
            .Should()
            .Be(TimeSpan.FromHours(hours));

    [Test]
    public void Elapsed_ShiftAcrossMidnightAsTwoIntervals_IsWhole() =>
        Some.Daily("Europe/Berlin", Some.Open(22, 24), Some.Open(0, 6))
            .Elapsed(Some.At("2026-06-01T20:00+02:00"), Some.At("2026-06-02T08:00+02:00"))
            .Should()
            .Be(TimeSpan.FromHours(8));

    [Test]
    public void Elapsed_OnTheDateSamoaLeftOut_IsZero()
    {
        BusinessCalendar calendar = new(
            Some.Zone("Pacific/Apia"),
            new Dictionary<DayOfWeek, DayHours>(),
            new Dictionary<DateOnly, DayHours> { [new DateOnly(2011, 12, 30)] = DayHours.AllDay }
        );
        calendar.Elapsed(Some.At("2011-12-01T00:00Z"), Some.At("2012-02-01T00:00Z")).Should().Be(TimeSpan.Zero);
        calendar.DueAt(Some.At("2011-12-01T00:00Z"), TimeSpan.FromTicks(1)).Should().BeNull();
    }

    [Test]
    public void Elapsed_OverAllTime_IsTheTimePassed() =>
        Some.Daily("America/New_York", Some.Open(0, 24))
            .Elapsed(Some.At("1800-01-01T00:00Z"), Some.At("2200-01-01T00:00Z"))
            .Should()
            .Be(Some.At("2200-01-01T00:00Z") - Some.At("1800-01-01T00:00Z"));

    [Test]
    public void Elapsed_AtTheEndsOfTime_IsTheTimePassed()
    {
        foreach (string zone in new[] { "Pacific/Kiritimati", "Pacific/Pago_Pago" })
        {
            BusinessCalendar calendar = Some.Daily(zone, Some.Open(0, 24));
            DateTimeOffset early = DateTimeOffset.MinValue + TimeSpan.FromDays(2);
            DateTimeOffset late = DateTimeOffset.MaxValue - TimeSpan.FromDays(2);
            calendar.Elapsed(DateTimeOffset.MinValue, early).Should().Be(TimeSpan.FromDays(2));
            calendar.Elapsed(late, DateTimeOffset.MaxValue).Should().Be(TimeSpan.FromDays(2));
            calendar.DueAt(late, TimeSpan.FromDays(2)).Should().Be(DateTimeOffset.MaxValue);
            calendar.DueAt(late, TimeSpan.FromDays(3)).Should().BeNull();
        }
    }

    [TestCase("2026-04-27T10:00+02:00", 1, "2026-04-27T11:00+02:00", TestName = "DueAt_SameInterval_IsLaterThatDay")]
    [TestCase("2026-04-27T10:00+02:00", 2, "2026-04-27T12:00+02:00", TestName = "DueAt_EndOfAnInterval_IsItsEnd")]
    [TestCase("2026-04-27T10:00+02:00", 3, "2026-04-27T14:00+02:00", TestName = "DueAt_OverTheBreak_LeavesItOut")]
    [TestCase(
        "2026-04-27T10:00+02:00",
        7,
        "2026-04-27T18:00+02:00",
        TestName = "DueAt_EndOfTheDay_IsNotTheNextMorning"
    )]
    [TestCase("2026-04-30T17:00+02:00", 2, "2026-05-04T10:00+02:00", TestName = "DueAt_OverAHoliday_LeavesItOut")]
    [TestCase("2026-04-26T03:00+02:00", 0, "2026-04-26T03:00+02:00", TestName = "DueAt_NoTime_IsTheStart")]
    [TestCase("2026-12-31T17:00+01:00", 9, "2027-01-01T18:00+01:00", TestName = "DueAt_OverTheNewYear_GoesOn")]
    public void DueAt_InOfficeHours_IsTheInstant(string from, double hours, string due) =>
        Some.Office.DueAt(Some.At(from), TimeSpan.FromHours(hours)).Should().Be(Some.At(due));

    [Test]
    public void DueAt_Result_IsInUtc() =>
        Some.Office.DueAt(Some.At("2026-04-27T10:00+02:00"), TimeSpan.Zero)!.Value.Offset.Should().Be(TimeSpan.Zero);

    [Test]
    public void DueAt_NeverOpen_DoesNotExist()
    {
        BusinessCalendar calendar = Some.Daily("UTC");
        calendar.DueAt(Some.At("2026-01-01T00:00Z"), TimeSpan.FromHours(1)).Should().BeNull();
        calendar.Elapsed(Some.At("2026-01-01T00:00Z"), Some.At("2027-01-01T00:00Z")).Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void DueAt_OpenOnOneDateOnly_ExistsUntilItIsOver()
    {
        BusinessCalendar calendar = new(
            Some.Zone("Pacific/Pago_Pago"),
            new Dictionary<DayOfWeek, DayHours>(),
            new Dictionary<DateOnly, DayHours> { [new DateOnly(2026, 12, 31)] = new(Some.Open(9, 24)) }
        );
        DateTimeOffset start = Some.At("2020-06-01T00:00Z");
        calendar.DueAt(start, TimeSpan.FromHours(15)).Should().Be(Some.At("2027-01-01T00:00-11:00"));
        calendar.DueAt(start, TimeSpan.FromHours(16)).Should().BeNull();
    }

    [Test]
    public void DueAt_LongerThanTimeLasts_DoesNotExist() =>
        Some.Office.DueAt(Some.At("2026-01-01T00:00Z"), TimeSpan.MaxValue).Should().BeNull();

    [Test]
    public void Elapsed_EndBeforeStart_IsRefused()
    {
        Action act = () => Some.Office.Elapsed(Some.At("2026-01-02T00:00Z"), Some.At("2026-01-01T00:00Z"));
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("to");
    }

    [Test]
    public void DueAt_NegativeTime_IsRefused()
    {
        Action act = () => Some.Office.DueAt(Some.At("2026-01-01T00:00Z"), TimeSpan.FromTicks(-1));
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("businessTime");
    }

    [Test]
    public void Constructor_UnknownWeekday_IsRefused()
    {
        Action act = () =>
            _ = new BusinessCalendar(
                TimeZoneInfo.Utc,
                new Dictionary<DayOfWeek, DayHours> { [(DayOfWeek)7] = DayHours.AllDay }
            );
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("week");
    }
}
