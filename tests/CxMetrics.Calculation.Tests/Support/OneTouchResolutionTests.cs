using CxMetrics.Calculation.Clustering;
using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class OneTouchResolutionTests
{
    private static readonly IReadOnlyList<TicketTimeline> Tickets = new History()
        .Ticket("one reply")
        .Opened(0)
        .Answers(1, "anna")
        .Resolved(2)
        .But(e => e with { AgentId = "anna" })
        .Ticket("no reply")
        .Opened(0)
        .Resolved(2, TicketActor.System)
        .Ticket("two replies of two agents")
        .Opened(0)
        .Answers(1, "anna")
        .Asks(1.5)
        .Answers(1.7, "ben")
        .Resolved(2, TicketActor.System)
        .Ticket("one reply, thanks, reopened, solved again without a reply")
        .Opened(0)
        .Answers(1, "anna")
        .Resolved(2, TicketActor.System)
        .Asks(3)
        .Reopened(3)
        .Resolved(4, TicketActor.System)
        .Ticket("ours")
        .Opened(0, TicketActor.Agent)
        .Answers(1, "anna")
        .Resolved(2, TicketActor.System)
        .Ticket("open")
        .Opened(0)
        .Answers(1)
        .Timelines();

    [TestCase(OneTouchVariant.OneReply, 2, 4)]
    [TestCase(OneTouchVariant.Zendesk, 4, 5)]
    [TestCase(OneTouchVariant.Intercom, 2, 5)]
    [TestCase(OneTouchVariant.Freshservice, 3, 5)]
    public void FromTickets_EachVariant_CountsItsWay(OneTouchVariant variant, long successes, long trials)
    {
        TicketShare share = OneTouchResolution.FromTickets(Tickets, ReportingPeriod.All, variant);

        Estimate plain = Proportion.FromCounts(successes, trials);
        share.Share.SampleSize.Should().Be(trials);
        share.Share.Value.Should().Be(plain.Value);
        share.Share.Interval!.Value.Lower.Should().BeApproximately(plain.Interval!.Value.Lower, 1e-12);
        share.Share.Interval.Value.Upper.Should().BeApproximately(plain.Interval.Value.Upper, 1e-12);
        share.Share.Interval.Value.Method.Should().Be(IntervalMethodNames.Wilson);
        share.Excluded.Total.Should().Be(6 - trials);
        share.Excluded[TicketExclusion.Unsolved].Should().Be(1);
    }

    [Test]
    public void FromTickets_TicketsOfTheSameCustomer_AreACluster()
    {
        History history = new();
        for (int ticket = 0; ticket < 12; ticket++)
        {
            history
                .Ticket($"T{ticket}")
                .Opened(0)
                .But(e => e with { CustomerId = $"c{ticket % 3}" })
                .Answers(1)
                .Answers(ticket % 3 == 0 ? 2 : 1)
                .Resolved(3);
            if (ticket % 3 != 0)
            {
                history.But(e => e with { IsInternal = true });
            }
        }

        TicketShare share = OneTouchResolution.FromTickets(
            history.Timelines(),
            ReportingPeriod.All,
            OneTouchVariant.Zendesk
        );

        share
            .Share.Should()
            .Be(ClusteredShare.FromClusters([new(0, 4), new(0, 4), new(0, 4)]) with { Caveats = Caveats.Concentrated });
        share.Share.EffectiveSampleSize.Should().Be(3);
    }

    [Test]
    public void FromTickets_NoneSolved_HasNoValue()
    {
        TicketShare share = OneTouchResolution.FromTickets(new History().Opened(0).Timelines(), ReportingPeriod.All);
        share.Share.Should().Be(Estimate.None);
        share.Excluded.Total.Should().Be(1);
    }

    [Test]
    public void FromTickets_UnknownVariant_IsRefused()
    {
        Action act = () => OneTouchResolution.FromTickets([], ReportingPeriod.All, (OneTouchVariant)9);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("variant");
    }

    [Test]
    public void Shares_ImpossibleLevel_IsRefused()
    {
        SlaPolicy policy = new(SlaTargetKind.FirstResponse, TimeSpan.FromHours(1));
        foreach (
            Action act in new Action[]
            {
                () => OneTouchResolution.FromTickets([], ReportingPeriod.All, level: 1),
                () => ReopenRate.FromTickets([], TimeSpan.FromDays(1), ReportingPeriod.All, 0),
                () => SlaAttainment.FromTickets([], policy, ReportingPeriod.All, double.NaN),
                () => FirstContactResolution.FromContacts([], default, ReportingPeriod.All, level: 2),
                () => RepeatContactRate.FromContacts([], default, ReportingPeriod.All, level: -1),
                () => ContactRate.FromCustomers([], 1),
            }
        )
        {
            act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        }
    }
}
