using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed partial class TicketTimelineTests
{
    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);

    [Test]
    public void State_FollowsTheEvents()
    {
        TicketTimeline ticket = new History()
            .Opened(0)
            .Assigned(1, "anna")
            .Pending(2)
            .Asks(4)
            .OnHold(7)
            .Asks(11)
            .Resolved(16)
            .Closed(22)
            .Timeline();

        ticket
            .StateChanges.ToArray()
            .Should()
            .Equal(
                new StateChange(History.Hour(0), TicketState.New),
                new StateChange(History.Hour(1), TicketState.Open),
                new StateChange(History.Hour(2), TicketState.Pending),
                new StateChange(History.Hour(4), TicketState.Open),
                new StateChange(History.Hour(7), TicketState.OnHold),
                new StateChange(History.Hour(11), TicketState.Open),
                new StateChange(History.Hour(16), TicketState.Solved),
                new StateChange(History.Hour(22), TicketState.Closed)
            );
        ticket
            .StateTimes()
            .Should()
            .Be(new TicketStateTimes(Hours(1), Hours(1 + 3 + 5), Hours(2), Hours(4), TimeSpan.Zero));
    }

    [Test]
    public void StateTimes_OfASolvedTicket_AreTheWaits()
    {
        TicketTimeline ticket = new History()
            .Opened(0)
            .Answers(1)
            .Pending(3)
            .Asks(6)
            .OnHold(10)
            .Resolved(15)
            .Reopened(21)
            .Resolved(28)
            .Timeline();

        TicketStateTimes times = ticket.StateTimes();
        times.RequesterWait.Should().Be(Hours(1 + 2 + 4 + 5 + 7));
        times.AgentWait.Should().Be(Hours(3));
        times.OnHold.Should().Be(Hours(5));
        times.AgentWork.Should().Be(Hours(1 + 2 + 4 + 7));
        times.Solved.Should().Be(Hours(6));
        times.Total.Should().Be(Hours(28));
        ticket.DurationOf(TicketDuration.ActiveResolution).Should().Be(Hours(25));
        ticket.DurationOf(TicketDuration.RequesterWait).Should().Be(times.RequesterWait);
        ticket.DurationOf(TicketDuration.AgentWait).Should().Be(times.AgentWait);
        ticket.DurationOf(TicketDuration.OnHold).Should().Be(times.OnHold);
        ticket.DurationOf(TicketDuration.AgentWork).Should().Be(times.AgentWork);
    }

    [Test]
    public void StateTimes_InBusinessTime_CountOpenHoursOnly()
    {
        TicketTimeline ticket = new History().Opened(8).Answers(10).Pending(11).Asks(14).Resolved(34).Timeline();

        TicketStateTimes times = ticket.StateTimes(Calendars.Some.OfficeIn("UTC"));

        times.New.Should().Be(Hours(1));
        times.Open.Should().Be(Hours(1 + 4 + 1));
        times.Pending.Should().Be(Hours(1 + 1));
        ticket.DurationOf(TicketDuration.FullResolution, Calendars.Some.OfficeIn("UTC")).Should().Be(times.Total);
    }

    [Test]
    public void StateTimes_OfAnOpenTicket_RunUntilNow() =>
        new History().Opened(0).Answers(1).Timeline(asOf: 5).StateTimes().Total.Should().Be(Hours(5));

    [Test]
    public void State_MessageAfterTheSolve_StaysSolved()
    {
        TicketTimeline ticket = new History().Opened(0).Answers(1).Resolved(2).Asks(3).Timeline();
        ticket.State.Should().Be(TicketState.Solved);
        ticket.ReopenCount.Should().Be(0);
    }

    [Test]
    public void State_ReopenedWhileWaiting_GoesOnWithoutAReopening()
    {
        TicketTimeline ticket = new History().Opened(0).OnHold(1).Reopened(2).Timeline();
        ticket.State.Should().Be(TicketState.Open);
        ticket.ReopenCount.Should().Be(0);
    }

    [Test]
    public void State_SolvedThenPending_WasReopened()
    {
        TicketTimeline ticket = new History().Opened(0).Resolved(1).Pending(2).Timeline();
        ticket.State.Should().Be(TicketState.Pending);
        ticket.ReopenCount.Should().Be(1);
        ticket.SolvedAt.Should().BeNull();
        ticket.FirstSolvedAt.Should().Be(History.Hour(1));
        ticket.FirstReopenedAt.Should().Be(History.Hour(2));
    }

    [Test]
    public void State_ClosedWithoutASolve_IsSolvedThen()
    {
        TicketTimeline ticket = new History().Opened(0).Closed(4).Timeline();
        ticket.State.Should().Be(TicketState.Closed);
        ticket.SolvedAt.Should().Be(History.Hour(4));
    }

    [Test]
    public void State_Deleted_IsFinal()
    {
        TicketTimeline ticket = new History().Opened(0).Answers(1).Deleted(2).Reopened(3).Resolved(4).Timeline();
        ticket.State.Should().Be(TicketState.Deleted);
        ticket.Contacts.IsEmpty.Should().BeTrue();
        foreach (TicketDuration duration in Enum.GetValues<TicketDuration>())
        {
            ticket.DurationOf(duration).Should().BeNull();
        }

        ticket.OpenAge().Should().BeNull();
    }

    [Test]
    public void State_LaterEvents_AreNotKnownYet()
    {
        History history = new History().Opened(0).Resolved(5).Reopened(8).Resolved(9);
        history.Timeline(asOf: 4).State.Should().Be(TicketState.New);
        history.Timeline(asOf: 5).DurationOf(TicketDuration.FullResolution).Should().Be(Hours(5));
        history.Timeline(asOf: 8).DurationOf(TicketDuration.FullResolution).Should().BeNull();
        history.Timeline(asOf: 9).DurationOf(TicketDuration.FullResolution).Should().Be(Hours(9));
        history.Timelines(asOf: -1).Should().BeEmpty();
    }

    [Test]
    public void FromEvents_AtOneInstant_OpeningComesFirstThenArrival()
    {
        TicketTimeline solved = new History().Reopened(1).Resolved(1).Opened(1).Timeline();
        solved.State.Should().Be(TicketState.Solved);
        TicketTimeline reopened = new History().Resolved(1).Reopened(1).Opened(1).Timeline();
        reopened.State.Should().Be(TicketState.Open);
        reopened.IsOpeningKnown.Should().BeTrue();
    }

    [Test]
    public void FromEvents_SameIdTwice_CountsOnce()
    {
        TicketTimeline ticket = new History()
            .Opened(0)
            .Answers(1)
            .But(e => e with { Id = "e1" })
            .Answers(1)
            .But(e => e with { Id = "e2" })
            .Answers(1)
            .But(e => e with { Id = "e1" })
            .Timeline();
        ticket.HumanReplies.Should().Be(2);
    }

    [Test]
    public void FromEvents_WithoutItsOpening_KnowsThatItIsCutOff()
    {
        TicketTimeline ticket = new History().Answers(3).Resolved(4).Timeline();
        ticket.IsOpeningKnown.Should().BeFalse();
        ticket.CreatedAt.Should().Be(History.Hour(3));
    }

    [Test]
    public void FromEvents_ImpossibleEvents_AreRefused()
    {
        TicketEvent sound = new History().Opened(0).Events[0];
        foreach (
            TicketEvent e in new[]
            {
                default,
                sound with
                {
                    TicketId = "",
                },
                sound with
                {
                    Type = (TicketEventType)10,
                },
                sound with
                {
                    Actor = (TicketActor)(-1),
                },
            }
        )
        {
            Action act = () => TicketTimelines.FromEvents([e], History.Hour(1));
            act.Should().Throw<ArgumentException>().WithParameterName("events");
        }
    }

    [Test]
    public void FromEvents_None_HasNoTickets() => TicketTimelines.FromEvents([], History.Hour(0)).Should().BeEmpty();

    [Test]
    public void DurationOf_Unknown_IsRefused()
    {
        TicketTimeline ticket = new History().Opened(0).Timeline();
        Action act = () => ticket.DurationOf((TicketDuration)99);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("duration");
    }

    [Test]
    public void Facts_OfTheTicket_AreTheLatestKnown()
    {
        TicketTimeline ticket = new History()
            .Opened(0)
            .But(e => e with { CustomerId = "c1", Category = "billing", Team = "first" })
            .Assigned(1, "anna")
            .Assigned(2, "ben", "second")
            .But(e => e with { Category = "refund", IssueId = "i7" })
            .Answers(3)
            .Assigned(4, team: "third")
            .Answers(5)
            .Resolved(6)
            .But(e => e with { AgentId = "dora" })
            .Timeline();

        ticket.CustomerId.Should().Be("c1");
        ticket.Category.Should().Be("refund");
        ticket.IssueId.Should().Be("i7");
        ticket.Transfers.Should().Be(2);
        ticket.Team.Should().Be("third");
        ticket.AgentId.Should().BeNull();
        ticket.FirstResponse!.Value.AgentId.Should().Be("ben");
        ticket.FirstResponse.Value.Team.Should().Be("second");
        ticket.SolvedByAgentId.Should().Be("dora");
        ticket.SolvedByTeam.Should().Be("third");
        ticket.AgentsInvolved.Should().Be(3);
    }
}
