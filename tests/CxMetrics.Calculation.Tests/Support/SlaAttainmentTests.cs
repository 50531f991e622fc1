using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class SlaAttainmentTests
{
    private static readonly SlaPolicy FourHours = new(SlaTargetKind.FirstResponse, TimeSpan.FromHours(4));

    private static SlaTarget Judge(SlaPolicy policy, TicketTimeline ticket, DateTimeOffset? to) =>
        SlaTarget.Judge(ticket, policy, ticket.CreatedAt, to);

    [Test]
    public void FromTickets_FirstResponse_CountsMetLateAndOverdue()
    {
        IReadOnlyList<TicketTimeline> tickets = new History()
            .Ticket("met")
            .Opened(0)
            .Answers(4)
            .Ticket("late")
            .Opened(0)
            .Answers(4.1)
            .Ticket("overdue")
            .Opened(0)
            .Ticket("running")
            .Opened(97)
            .Ticket("met before it was due")
            .Opened(98)
            .Answers(99)
            .Ticket("solved before it was due")
            .Opened(0)
            .Resolved(3)
            .Ticket("solved after it was due")
            .Opened(0)
            .Resolved(5)
            .Ticket("spam")
            .Opened(0)
            .Deleted(1)
            .Timelines(asOf: 100);

        TicketShare share = SlaAttainment.FromTickets(tickets, FourHours, ReportingPeriod.All);

        share.Share.Value.Should().Be(1.0 / 4);
        share.Share.Caveats.Should().HaveFlag(Caveats.Provisional);
        share.Excluded[TicketExclusion.NotMature].Should().Be(2);
        share.Excluded[TicketExclusion.SolvedWithoutReply].Should().Be(1);
        share.Excluded[TicketExclusion.Deleted].Should().Be(1);
        share.Excluded.Total.Should().Be(4);
    }

    [Test]
    public void FromTickets_Period_IsThatOfTheDueTime()
    {
        IReadOnlyList<TicketTimeline> tickets = new History()
            .Opened(0)
            .Answers(1)
            .Ticket("T2")
            .Opened(7)
            .Answers(8)
            .Timelines(asOf: 20);
        TicketShare share = SlaAttainment.FromTickets(
            tickets,
            FourHours,
            new ReportingPeriod(History.Hour(0), History.Hour(11))
        );
        share.Share.SampleSize.Should().Be(1);
        share.Share.Caveats.Should().NotHaveFlag(Caveats.Provisional);
        share.Excluded[TicketExclusion.OutsidePeriod].Should().Be(1);
    }

    [Test]
    public void FromTickets_BusinessTime_IsDueByTheCalendar()
    {
        SlaPolicy policy = new(SlaTargetKind.FirstResponse, TimeSpan.FromHours(4), Calendars.Some.OfficeIn("UTC"));
        IReadOnlyList<TicketTimeline> tickets = new History()
            .Opened(16)
            .Answers(24 + 11)
            .Ticket("T2")
            .Opened(16)
            .Answers(24 + 11.5)
            .Timelines();

        SlaAttainment.FromTickets(tickets, policy, ReportingPeriod.All).Share.Value.Should().Be(0.5);
        Judge(policy, tickets[0], null).DueAt.Should().Be(History.Hour(24 + 11));
    }

    [Test]
    public void FromTickets_Resolution_StandsStillWhilePausedAndSolved()
    {
        History history = new History()
            .Opened(0)
            .Answers(1)
            .Pending(2)
            .Asks(12)
            .OnHold(13)
            .Asks(23)
            .Resolved(24)
            .Reopened(50)
            .Resolved(51);
        TicketTimeline ticket = history.Timeline();

        Met(SlaPauses.None, 25).Should().BeTrue();
        Met(SlaPauses.None, 24.9).Should().BeFalse();
        Met(SlaPauses.Pending, 15).Should().BeTrue();
        Met(SlaPauses.Pending, 14.9).Should().BeFalse();
        Met(SlaPauses.Pending | SlaPauses.OnHold, 5).Should().BeTrue();
        Met(SlaPauses.Pending | SlaPauses.OnHold, 4.9).Should().BeFalse();

        bool Met(SlaPauses pauses, double hours) =>
            Judge(
                new SlaPolicy(SlaTargetKind.Resolution, TimeSpan.FromHours(hours), null, pauses),
                ticket,
                ticket.SolvedAt
            ).IsMet;
    }

    [TestCase(2.0, 2.0, TestName = "Judge_DueBeforeThePause_IsThen")]
    [TestCase(3.0, 13.0, TestName = "Judge_DueAfterThePause_IsLaterByThePause")]
    [TestCase(9.0, 19.0, TestName = "Judge_NotDueYet_RunsOn")]
    public void Judge_PausedWhilePending_MovesTheDueTime(double hours, double due)
    {
        TicketTimeline ticket = new History().Opened(0).Answers(1).Pending(2).Asks(12).Timeline(asOf: 15);
        SlaPolicy policy = new(SlaTargetKind.Resolution, TimeSpan.FromHours(hours), null, SlaPauses.Pending);
        Judge(policy, ticket, null).Should().Be(new SlaTarget(History.Hour(due), IsMet: false));
    }

    [Test]
    public void Judge_StillPaused_IsNotDue()
    {
        TicketTimeline ticket = new History().Opened(0).Pending(2).Timeline(asOf: 500);
        SlaPolicy policy = new(SlaTargetKind.Resolution, TimeSpan.FromHours(3), null, SlaPauses.Pending);
        Judge(policy, ticket, null).DueAt.Should().BeNull();

        TicketShare past = SlaAttainment.FromTickets(
            [ticket],
            policy,
            new ReportingPeriod(History.Hour(0), History.Hour(400))
        );
        past.Excluded[TicketExclusion.OutsidePeriod].Should().Be(1);
        TicketShare current = SlaAttainment.FromTickets([ticket], policy, ReportingPeriod.All);
        current.Excluded[TicketExclusion.NotMature].Should().Be(1);
    }

    [Test]
    public void Judge_MetEarly_IsDueWhenTheClockWouldHaveRunOut()
    {
        TicketTimeline ticket = new History().Opened(0).Answers(1).Resolved(2).Timeline();
        SlaPolicy policy = new(SlaTargetKind.Resolution, TimeSpan.FromHours(8));
        Judge(policy, ticket, ticket.SolvedAt).Should().Be(new SlaTarget(History.Hour(8), IsMet: true));
    }

    [Test]
    public void Judge_AssignedAfterTheDueTime_KeepsIt()
    {
        SlaPolicy policy = new(SlaTargetKind.FirstResponse, TimeSpan.FromHours(8), Calendars.Some.OfficeIn("UTC"));
        TicketTimeline ticket = new History().Opened(9).Assigned(20, "anna").Timeline();
        Judge(policy, ticket, null).DueAt.Should().Be(History.Hour(18));
    }

    [Test]
    public void Judge_PromiseBeyondTheEndOfTime_IsNeverDue()
    {
        TicketTimeline ticket = new History().Opened(0).Timeline();
        Judge(new SlaPolicy(SlaTargetKind.Resolution, TimeSpan.MaxValue), ticket, null).DueAt.Should().BeNull();
    }

    [Test]
    public void FromTickets_NextReply_HasATargetForEachWait()
    {
        IReadOnlyList<TicketTimeline> tickets = new History()
            .Opened(0)
            .Answers(9)
            .Asks(10)
            .Answers(11)
            .Asks(20)
            .Answers(29)
            .Asks(40)
            .Timelines(asOf: 100);
        SlaPolicy policy = new(SlaTargetKind.NextReply, TimeSpan.FromHours(4));

        TicketShare share = SlaAttainment.FromTickets(tickets, policy, ReportingPeriod.All);

        share.Share.Value.Should().BeApproximately(1.0 / 3, 1e-15);
        share.Share.SampleSize.Should().Be(3);
    }

    [Test]
    public void FromTickets_TicketsWeOpened_HaveNextRepliesButNoFirstResponse()
    {
        IReadOnlyList<TicketTimeline> tickets = new History()
            .Ticket("nobody answered")
            .Opened(0, TicketActor.Agent)
            .Ticket("answered")
            .Opened(0, TicketActor.Agent)
            .Asks(48)
            .Answers(49)
            .Timelines(asOf: 100);
        SlaPolicy next = new(SlaTargetKind.NextReply, TimeSpan.FromHours(4));

        TicketShare first = SlaAttainment.FromTickets(tickets, FourHours, ReportingPeriod.All);

        first.Share.Should().Be(Estimate.None);
        first.Excluded[TicketExclusion.Outbound].Should().Be(2);
        SlaAttainment.FromTickets(tickets, next, ReportingPeriod.All).Share.Value.Should().Be(1);
        tickets.Should().OnlyContain(ticket => ticket.UnansweredAge(null) == null);
    }

    [Test]
    public void FromTickets_FirstResponse_StartsWithTheHumanClock()
    {
        IReadOnlyList<TicketTimeline> tickets = new History()
            .Opened(0)
            .BotAnswers(1)
            .Assigned(50)
            .Answers(53)
            .Timelines();
        SlaAttainment.FromTickets(tickets, FourHours, ReportingPeriod.All).Share.Value.Should().Be(1);
    }

    [Test]
    public void Policy_ImpossibleArguments_AreRefused()
    {
        Action kind = () => _ = new SlaPolicy((SlaTargetKind)9, TimeSpan.FromHours(1));
        Action within = () => _ = new SlaPolicy(SlaTargetKind.Resolution, TimeSpan.Zero);
        kind.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("kind");
        within.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("within");
    }
}
