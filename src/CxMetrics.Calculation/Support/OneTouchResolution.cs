namespace CxMetrics.Calculation.Support;

/// <summary>The share of solved tickets that took one touch.</summary>
public static class OneTouchResolution
{
    /// <summary>The share among the tickets last solved in a period.</summary>
    /// <param name="tickets">The tickets.</param>
    /// <param name="period">The period, by the last solve.</param>
    /// <param name="variant">What makes a ticket a one-touch one.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The share; <see cref="Estimate.None"/> where no ticket counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The variant is unknown, or the level is not strictly between 0 and 1.</exception>
    public static TicketShare FromTickets(
        IReadOnlyList<TicketTimeline> tickets,
        ReportingPeriod period,
        OneTouchVariant variant = OneTouchVariant.OneReply,
        double level = ConfidenceLevel.Default
    )
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ConfidenceLevel.ThrowIfInvalid(level);
        if (!Enum.IsDefined(variant))
        {
            throw new ArgumentOutOfRangeException(nameof(variant), variant, "Unknown variant.");
        }

        CustomerClusters clusters = new();
        ExclusionTally excluded = new();
        for (int index = 0; index < tickets.Count; index++)
        {
            TicketTimeline ticket = tickets[index];
            if (!excluded.Add(WhyNot(ticket, period, variant)))
            {
                clusters.Add(ticket.CustomerId, index, IsOneTouch(ticket, variant));
            }
        }

        return new TicketShare { Share = clusters.ToShare(level, Caveats.None), Excluded = excluded.ToExclusions() };
    }

    private static TicketExclusion? WhyNot(TicketTimeline ticket, ReportingPeriod period, OneTouchVariant variant) =>
        ExclusionTally.OfSolvedIn(ticket, period)
        ?? (
            variant == OneTouchVariant.OneReply && ticket.HumanReplies == 0 ? TicketExclusion.SolvedWithoutReply : null
        );

    private static bool IsOneTouch(TicketTimeline ticket, OneTouchVariant variant) =>
        variant switch
        {
            OneTouchVariant.OneReply => ticket.HumanReplies == 1 && ticket.ReopenCount == 0,
            OneTouchVariant.Zendesk => ticket.HumanReplies < 2,
            OneTouchVariant.Intercom => ticket.SolveCount == 1 && ticket.AgentsInvolved == 1,
            OneTouchVariant.Freshservice => ticket.CustomerMessages == 0,
        };
}
