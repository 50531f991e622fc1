using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class TicketDurationsTests
{
    private static readonly ReportingPeriod SecondDay = new(History.Hour(24), History.Hour(48));

    /// <summary>One ticket for each way to count or not.</summary>
    private static IReadOnlyList<TicketTimeline> Tickets(double asOf = 100) =>
        new History()
            .Ticket("inside")
            .Opened(20)
            .Answers(30)
            .Resolved(40)
            .Ticket("before")
            .Opened(2)
            .Answers(3)
            .Resolved(4)
            .Ticket("reopened")
            .Opened(21)
            .Answers(25)
            .Resolved(26)
            .Reopened(50)
            .Ticket("silent")
            .Opened(24)
            .Resolved(30)
            .Ticket("bot")
            .Opened(24)
            .BotAnswers(25)
            .Resolved(26, TicketActor.Bot)
            .Ticket("waiting")
            .Opened(30)
            .Ticket("spam")
            .Opened(24)
            .Deleted(25)
            .Ticket("double")
            .Opened(24)
            .Merged(25, "inside")
            .Ticket("cut")
            .Answers(24)
            .Resolved(25)
            .Timelines(asOf);

    private static double[] Hours(DurationSample sample) => [.. sample.Seconds.ToArray().Select(s => s / 3600)];

    [Test]
    public void EndedIn_FirstResponse_CountsByTheReply()
    {
        DurationSample sample = TicketDurations.EndedIn(Tickets(), TicketDuration.FirstResponse, SecondDay);

        Hours(sample).Should().Equal(4, 10);
        sample.Excluded[TicketExclusion.OutsidePeriod].Should().Be(1);
        sample.Excluded[TicketExclusion.SolvedWithoutReply].Should().Be(2);
        sample.Excluded[TicketExclusion.Unanswered].Should().Be(1);
        sample.Excluded[TicketExclusion.Deleted].Should().Be(1);
        sample.Excluded[TicketExclusion.Merged].Should().Be(1);
        sample.Excluded[TicketExclusion.OpeningUnknown].Should().Be(1);
        sample.Excluded.Total.Should().Be(7);
    }

    [Test]
    public void EndedIn_FullResolution_CountsByTheLastSolve()
    {
        DurationSample sample = TicketDurations.EndedIn(Tickets(), TicketDuration.FullResolution, SecondDay);

        Hours(sample).Should().Equal(2, 6, 20);
        sample.Excluded[TicketExclusion.Unsolved].Should().Be(2);
        sample.Excluded[TicketExclusion.OutsidePeriod].Should().Be(1);
    }

    [Test]
    public void EndedIn_AsOfBeforeTheReopening_StillShowsTheSolve() =>
        Hours(TicketDurations.EndedIn(Tickets(asOf: 49), TicketDuration.FullResolution, SecondDay))
            .Should()
            .Equal(2, 5, 6, 20);

    [Test]
    public void EndedIn_HumanResolution_LeavesOutWhatABotSolved()
    {
        DurationSample sample = TicketDurations.EndedIn(Tickets(), TicketDuration.HumanResolution, SecondDay);

        Hours(sample).Should().Equal(6, 20);
        sample.Excluded[TicketExclusion.SolvedByBot].Should().Be(1);
    }

    [Test]
    public void EndedIn_BotFirstResponse_CountsTheBot() =>
        Hours(TicketDurations.EndedIn(Tickets(), TicketDuration.BotFirstResponse, SecondDay)).Should().Equal(1);

    [Test]
    public void EndedIn_BusinessTime_CountsOpenHours() =>
        Hours(
                TicketDurations.EndedIn(
                    Tickets(),
                    TicketDuration.FullResolution,
                    SecondDay,
                    Calendars.Some.OfficeIn("UTC")
                )
            )
            .Should()
            .Equal(0, 0, 6);

    [Test]
    public void NextReplies_CountEachReplyByItself()
    {
        IReadOnlyList<TicketTimeline> tickets = new History()
            .Opened(0)
            .Answers(1)
            .Asks(20)
            .Answers(25)
            .Asks(30)
            .Answers(37)
            .Asks(47)
            .Answers(49)
            .Asks(50)
            .Ticket("spam")
            .Opened(0)
            .Deleted(1)
            .Timelines();

        DurationSample sample = TicketDurations.NextReplies(tickets, SecondDay);

        Hours(sample).Should().Equal(5, 7);
        sample.Excluded[TicketExclusion.OutsidePeriod].Should().Be(1);
        sample.Excluded[TicketExclusion.Unanswered].Should().Be(1);
        sample.Excluded[TicketExclusion.Deleted].Should().Be(1);
    }

    [Test]
    public void NextReplies_BusinessTime_CountsOpenHours() =>
        Hours(
                TicketDurations.NextReplies(
                    new History().Opened(0).Answers(1).Asks(11).Answers(33.5).Timelines(),
                    SecondDay,
                    Calendars.Some.OfficeIn("UTC")
                )
            )
            .Should()
            .Equal(1 + 5 + 0.5);

    [Test]
    public void StartedIn_OpenTickets_AreCensored()
    {
        CensoredDurations sample = TicketDurations.StartedIn(
            Tickets(),
            TicketDuration.FullResolution,
            new ReportingPeriod(History.Hour(20), History.Hour(48))
        );

        (double, bool)[] found = [.. sample.Seconds.ToArray().Select(s => s / 3600).Zip(sample.HasEnded.ToArray())];
        found.Should().BeEquivalentTo([(20, true), (79, false), (6, true), (2, true), (70, false)]);
        sample.Excluded[TicketExclusion.OutsidePeriod].Should().Be(1);
        sample.Excluded.Total.Should().Be(4);
    }

    [Test]
    public void StartedIn_FirstResolution_EndsWithTheFirstSolve() =>
        TicketDurations
            .StartedIn(Tickets(), TicketDuration.FirstResolution, ReportingPeriod.All)
            .HasEnded.ToArray()
            .Count(ended => !ended)
            .Should()
            .Be(1);

    [Test]
    public void StartedIn_FirstResponse_RunsOnTheHumanClock()
    {
        IReadOnlyList<TicketTimeline> tickets = new History()
            .Opened(0)
            .BotAnswers(1)
            .Assigned(40)
            .Ticket("T2")
            .Opened(1)
            .Resolved(2)
            .Timelines(asOf: 50);

        CensoredDurations sample = TicketDurations.StartedIn(
            tickets,
            TicketDuration.FirstResponse,
            ReportingPeriod.All
        );

        sample.Seconds.ToArray().Should().Equal(10 * 3600);
        sample.HasEnded.ToArray().Should().Equal(false);
        sample.Excluded[TicketExclusion.SolvedWithoutReply].Should().Be(1);
    }

    [Test]
    public void StartedIn_HumanResolution_LeavesOutWhatABotSolved() =>
        TicketDurations
            .StartedIn(Tickets(), TicketDuration.HumanResolution, ReportingPeriod.All)
            .Excluded[TicketExclusion.SolvedByBot]
            .Should()
            .Be(1);

    [TestCase(TicketDuration.RequesterWait)]
    [TestCase(TicketDuration.ActiveResolution)]
    [TestCase(TicketDuration.BotFirstResponse)]
    [TestCase((TicketDuration)77)]
    public void StartedIn_WithoutAStartCohort_IsRefused(TicketDuration duration)
    {
        Action act = () => TicketDurations.StartedIn([], duration, ReportingPeriod.All);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(duration));
    }

    [Test]
    public void EndedIn_UnknownDuration_IsRefused()
    {
        Action act = () => TicketDurations.EndedIn([], (TicketDuration)77, ReportingPeriod.All);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("duration");
    }

    [Test]
    public void EndedIn_NoTickets_IsEmpty()
    {
        DurationSample sample = TicketDurations.EndedIn([], TicketDuration.FirstResponse, ReportingPeriod.All);
        sample.Seconds.IsEmpty.Should().BeTrue();
        sample.Excluded.Total.Should().Be(0);
    }

    [Test]
    public void Excluded_UnknownReason_IsRefused()
    {
        TicketExclusions excluded = TicketDurations
            .EndedIn([], TicketDuration.FirstResponse, ReportingPeriod.All)
            .Excluded;
        Action act = () => _ = excluded[(TicketExclusion)77];
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("reason");
    }

    [Test]
    public void Period_IsHalfOpen()
    {
        SecondDay.Contains(History.Hour(24)).Should().BeTrue();
        SecondDay.Contains(History.Hour(48)).Should().BeFalse();
        default(ReportingPeriod).Contains(default).Should().BeFalse();
        Action act = () => _ = new ReportingPeriod(History.Hour(1), History.Hour(1));
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("to");
    }
}
