namespace CxMetrics.Calculation.Support;

/// <summary>The share of solved tickets that were reopened.</summary>
public static class ReopenRate
{
    /// <summary>The share reopened within a window of the first solve, among the tickets first solved in a period.</summary>
    /// <param name="tickets">The tickets.</param>
    /// <param name="window">How long after its first solve a ticket is watched; above 0.</param>
    /// <param name="period">The period, by the first solve.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// The share. A ticket whose window has not passed is left out, reopened or not, and the share is <see cref="Caveats.Provisional"/>:
    /// counting reopenings at once while the others wait would raise recent weeks. Every ticket is watched equally long, so that a
    /// reopening after the window does not count.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The window is not above 0, or the level is not strictly between 0 and 1.</exception>
    public static TicketShare FromTickets(
        IReadOnlyList<TicketTimeline> tickets,
        TimeSpan window,
        ReportingPeriod period,
        double level = ConfidenceLevel.Default
    )
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        ConfidenceLevel.ThrowIfInvalid(level);
        CustomerClusters clusters = new();
        ExclusionTally excluded = new();
        for (int index = 0; index < tickets.Count; index++)
        {
            TicketTimeline ticket = tickets[index];
            if (!excluded.Add(WhyNot(ticket, window, period)))
            {
                bool isReopened = ticket.FirstReopenedAt - ticket.FirstSolvedAt < window;
                clusters.Add(ticket.CustomerId, index, isReopened);
            }
        }

        bool isProvisional = excluded[TicketExclusion.NotMature] > 0;
        return new TicketShare
        {
            Share = clusters.ToShare(level, isProvisional ? Caveats.Provisional : Caveats.None),
            Excluded = excluded.ToExclusions(),
        };
    }

    private static TicketExclusion? WhyNot(TicketTimeline ticket, TimeSpan window, ReportingPeriod period)
    {
        if (ExclusionTally.OfWholeTicket(ticket) is { } reason)
        {
            return reason;
        }

        if (ticket.FirstSolvedAt is not { } solvedAt)
        {
            return TicketExclusion.Unsolved;
        }

        if (!period.Contains(solvedAt))
        {
            return TicketExclusion.OutsidePeriod;
        }

        return ticket.AsOf - solvedAt < window ? TicketExclusion.NotMature : null;
    }
}
