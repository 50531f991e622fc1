using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

/// <summary>Figures of two public ticket logs, computed apart with pandas and listed in their expected.json.</summary>
public sealed class TicketDataTests
{
    [Test]
    public void HelpDesk_ResponsesAndResolutions_AreThoseComputedApart()
    {
        IReadOnlyList<TicketTimeline> tickets = TicketTimelines.FromEvents(TicketData.HelpDesk(), TicketData.End);

        tickets.Should().HaveCount(4580);
        double[] responses = Hours(TicketDuration.FirstResponse);
        responses.Should().HaveCount(4285);
        responses.Average().Should().BeApproximately(97.594119, 1e-6);
        responses[responses.Length / 2].Should().BeApproximately(16.389722, 1e-6);

        double[] solves =
        [
            .. tickets
                .Where(ticket => ticket.FirstSolvedAt is not null)
                .Select(ticket => (ticket.FirstSolvedAt!.Value - ticket.CreatedAt).TotalHours)
                .Order(),
        ];
        solves.Should().HaveCount(4569);
        solves.Average().Should().BeApproximately(266.94037, 1e-6);
        solves[solves.Length / 2].Should().BeApproximately(143.593333, 1e-6);
        tickets.Count(ticket => ticket.ReopenCount > 0).Should().Be(154);
        Hours(TicketDuration.FullResolution).Should().HaveCount(4568, "one case was reopened and never solved again");

        double[] Hours(TicketDuration duration) =>
            [
                .. TicketDurations
                    .EndedIn(tickets, duration, ReportingPeriod.All)
                    .Seconds.ToArray()
                    .Select(seconds => seconds / 3600),
            ];
    }

    [Test]
    public void Incidents_Reopened_AreThoseTheLogCounts()
    {
        IReadOnlyList<TicketTimeline> tickets = TicketTimelines.FromEvents(TicketData.Incidents(), TicketData.End);

        tickets.Should().HaveCount(12_438);
        tickets.Count(ticket => ticket.ReopenCount > 0).Should().Be(156);
    }
}
