using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class ReopenRateTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly History Histories = new History()
        .Ticket("reopened")
        .Opened(0)
        .Resolved(10)
        .Reopened(20)
        .Ticket("reopened late")
        .Opened(0)
        .Resolved(10)
        .Reopened(34)
        .Resolved(40)
        .Ticket("never")
        .Opened(0)
        .Resolved(12)
        .Ticket("open")
        .Opened(0)
        .Ticket("young")
        .Opened(0)
        .Resolved(80)
        .Reopened(81);

    [Test]
    public void FromTickets_AllMature_CountsReopeningsInsideTheWindow()
    {
        TicketShare share = ReopenRate.FromTickets(Histories.Timelines(), Day, ReportingPeriod.All);
        share.Share.Value.Should().Be(2.0 / 4);
        share.Share.Caveats.Should().Be(Caveats.None);
        share.Excluded[TicketExclusion.Unsolved].Should().Be(1);
    }

    [Test]
    public void FromTickets_NotMature_IsLeftOutEvenWhenReopened()
    {
        TicketShare share = ReopenRate.FromTickets(Histories.Timelines(asOf: 90), Day, ReportingPeriod.All);
        share.Share.Value.Should().BeApproximately(1.0 / 3, 1e-15);
        share.Share.Caveats.Should().HaveFlag(Caveats.Provisional);
        share.Excluded[TicketExclusion.NotMature].Should().Be(1);
    }

    [Test]
    public void FromTickets_Period_IsThatOfTheFirstSolve()
    {
        ReportingPeriod period = new(History.Hour(11), History.Hour(60));
        TicketShare share = ReopenRate.FromTickets(Histories.Timelines(), Day, period);
        share.Share.SampleSize.Should().Be(1);
        share.Excluded[TicketExclusion.OutsidePeriod].Should().Be(3);
    }

    [Test]
    public void FromTickets_MatureAtTheEndOfTheWindow_Counts() =>
        ReopenRate
            .FromTickets(new History().Opened(0).Resolved(1).Timelines(asOf: 25), Day, ReportingPeriod.All)
            .Share.Value.Should()
            .Be(0);

    [Test]
    public void FromTickets_NoWindow_IsRefused()
    {
        Action act = () => ReopenRate.FromTickets([], TimeSpan.Zero, ReportingPeriod.All);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("window");
    }
}
