using CxMetrics.Calculation.Calendars;

namespace CxMetrics.Calculation.Tests.Calendars;

public sealed class DayHoursTests
{
    [Test]
    public void OpenTime_OfSeveralIntervals_IsTheirSum() =>
        new DayHours(Some.Open(13, 17.5), Some.Open(9, 12)).OpenTime.Should().Be(TimeSpan.FromHours(7.5));

    [Test]
    public void OpenTime_OfTheWholeDay_Is24Hours()
    {
        DayHours.AllDay.OpenTime.Should().Be(TimeSpan.FromHours(24));
        DayHours.Closed.OpenTime.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void Constructor_TouchingIntervals_AreAccepted() =>
        new DayHours(Some.Open(9, 12), Some.Open(12, 13)).OpenTime.Should().Be(TimeSpan.FromHours(4));

    [Test]
    public void Constructor_OverlappingIntervals_AreRefusedByName()
    {
        Action act = () => _ = new DayHours(Some.Open(11.5, 13), Some.Open(9, 12));
        act.Should()
            .Throw<ArgumentException>()
            .WithParameterName("intervals")
            .WithMessage("The intervals of a day do not overlap; 09:00 to 12:00 and 11:30 to 13:00 do.*");
    }

    [TestCase(17, 9)]
    [TestCase(9, 9)]
    public void Interval_NotEndingAfterItStarts_IsRefused(double from, double to)
    {
        Action act = () => _ = Some.Open(from, to);
        act.Should()
            .Throw<ArgumentOutOfRangeException>()
            .WithParameterName(nameof(to))
            .WithMessage("An interval ends after it starts*across midnight is two*");
    }

    [TestCase(-1, 9, "from")]
    [TestCase(9, 24.5, "to")]
    public void Interval_OutsideTheDay_IsRefused(double from, double to, string name)
    {
        Action act = () => _ = Some.Open(from, to);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    [Test]
    public void Interval_UntilMidnight_EndsAt24() => Some.Open(22, 24).ToString().Should().Be("22:00 to 24:00");
}
