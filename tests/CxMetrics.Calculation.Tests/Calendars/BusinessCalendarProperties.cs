using CxMetrics.Calculation.Calendars;
using FsCheck;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Calendars;

public sealed class BusinessCalendarProperties
{
    private static readonly Arbitrary<RandomCalendar> Calendars = CalendarGenerators.Calendars();
    private static readonly Arbitrary<DateTimeOffset> Instants = CalendarGenerators.Instants();
    private static readonly Arbitrary<TimeSpan> Lengths = CalendarGenerators.Lengths();

    [Test]
    public void Elapsed_AnyCalendar_IsWhatSomeoneWatchingTheWallClockCounts() =>
        ForAll(
            Calendars,
            Instants,
            Lengths,
            (random, from, length) =>
                random.Calendar.Elapsed(from, from + length).Should().Be(random.Watched(from, from + length))
        );

    [Test]
    public void Elapsed_TwoPartsOfARange_AddUp() =>
        ForAll(
            Calendars,
            Instants,
            Instants,
            (random, one, other) =>
            {
                DateTimeOffset from = one < other ? one : other;
                DateTimeOffset to = one < other ? other : one;
                DateTimeOffset middle = from + ((to - from) / 3);
                BusinessCalendar calendar = random.Calendar;
                TimeSpan parts = calendar.Elapsed(from, middle) + calendar.Elapsed(middle, to);
                calendar.Elapsed(from, to).Should().Be(parts);
            }
        );

    [Test]
    public void Elapsed_AnyRange_IsFromZeroToTheTimePassed() =>
        ForAll(
            Calendars,
            Instants,
            Lengths,
            (random, from, length) =>
            {
                random.Calendar.Elapsed(from, from + length).Should().BeGreaterThanOrEqualTo(TimeSpan.Zero);
                random.Calendar.Elapsed(from, from + length).Should().BeLessThanOrEqualTo(length);
                random.Calendar.Elapsed(from, from).Should().Be(TimeSpan.Zero);
            }
        );

    [Test]
    public void Elapsed_AlwaysOpen_IsTheTimePassed() =>
        ForAll(
            Calendars,
            Instants,
            Lengths,
            (random, from, length) =>
                Some.Daily(random.Zone.Id, Some.Open(0, 24)).Elapsed(from, from + length).Should().Be(length)
        );

    [Test]
    public void DueAt_AnyBusinessTime_IsTheFirstInstantByWhichItHasPassed() =>
        ForAll(
            Calendars,
            Instants,
            Lengths,
            (random, from, time) =>
            {
                BusinessCalendar calendar = random.Calendar;
                if (calendar.DueAt(from, time) is not { } due)
                {
                    calendar.Elapsed(from, from + TimeSpan.FromDays(9000)).Should().BeLessThan(time);
                    return;
                }

                calendar.Elapsed(from, due).Should().Be(time);
                if (time > TimeSpan.Zero)
                {
                    calendar.Elapsed(from, due - TimeSpan.FromTicks(1)).Should().BeLessThan(time);
                }
            }
        );

    [Test]
    public void DueAt_TheTimeElapsedUntilAnInstant_IsNotAfterIt() =>
        ForAll(
            Calendars,
            Instants,
            Lengths,
            (random, from, length) =>
            {
                TimeSpan elapsed = random.Calendar.Elapsed(from, from + length);
                random.Calendar.DueAt(from, elapsed).Should().BeOnOrBefore(from + length);
            }
        );
}
