namespace CxMetrics.Calculation.Support;

/// <summary>Service level attainment: targets met ÷ targets due.</summary>
public static class SlaAttainment
{
    /// <summary>The share of the targets due in a period that were met.</summary>
    /// <param name="tickets">The tickets.</param>
    /// <param name="policy">What is promised.</param>
    /// <param name="period">The period, by the due time.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// The share. A target that is due and still runs is a miss, whether anybody answers later or not. One that is not due yet is left out,
    /// met or not, and the share is <see cref="Caveats.Provisional"/>: targets met early would otherwise count before the others can. A
    /// ticket solved before its reply was due has no target, and one that we opened with a message has none for the first response:
    /// nobody waits for it, and what its customer writes has targets of <see cref="SlaTargetKind.NextReply"/>. Exclusions count targets; a ticket that is left out as a whole counts once.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static TicketShare FromTickets(
        IReadOnlyList<TicketTimeline> tickets,
        SlaPolicy policy,
        ReportingPeriod period,
        double level = ConfidenceLevel.Default
    )
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentNullException.ThrowIfNull(policy);
        ConfidenceLevel.ThrowIfInvalid(level);
        CustomerClusters clusters = new();
        ExclusionTally excluded = new();
        List<SlaTarget> targets = [];
        for (int index = 0; index < tickets.Count; index++)
        {
            TicketTimeline ticket = tickets[index];
            if (excluded.Add(WhyWithoutTargets(ticket, policy)))
            {
                continue;
            }

            AddTargets(targets, ticket, policy);
            foreach (SlaTarget target in targets)
            {
                bool isLeftOut = excluded.Add(WhyNot(ticket, target, period));
                if (!isLeftOut)
                {
                    clusters.Add(ticket.CustomerId, index, target.IsMet);
                }
            }

            targets.Clear();
        }

        bool isProvisional = excluded[TicketExclusion.NotMature] > 0;
        return new TicketShare
        {
            Share = clusters.ToShare(level, isProvisional ? Caveats.Provisional : Caveats.None),
            Excluded = excluded.ToExclusions(),
        };
    }

    private static TicketExclusion? WhyWithoutTargets(TicketTimeline ticket, SlaPolicy policy) =>
        ExclusionTally.OfWholeTicket(ticket)
        ?? (policy.Kind == SlaTargetKind.FirstResponse && ticket.IsOutbound ? TicketExclusion.Outbound : null);

    private static void AddTargets(List<SlaTarget> targets, TicketTimeline ticket, SlaPolicy policy)
    {
        switch (policy.Kind)
        {
            case SlaTargetKind.FirstResponse:
                targets.Add(SlaTarget.Judge(ticket, policy, ticket.HumanClockStartedAt, ticket.FirstResponse?.To));
                break;
            case SlaTargetKind.Resolution:
                targets.Add(SlaTarget.Judge(ticket, policy, ticket.CreatedAt, ticket.SolvedAt));
                break;
            default:
                foreach (ReplyWait wait in ticket.NextReplies)
                {
                    targets.Add(SlaTarget.Judge(ticket, policy, wait.From, wait.To));
                }

                if (ticket.WaitingSince is { } since)
                {
                    targets.Add(SlaTarget.Judge(ticket, policy, since, null));
                }

                break;
        }
    }

    private static TicketExclusion? WhyNot(TicketTimeline ticket, SlaTarget target, ReportingPeriod period)
    {
        if (target.DueAt is { } due)
        {
            bool isLater = due > ticket.AsOf;
            return !period.Contains(due) ? TicketExclusion.OutsidePeriod
                : isLater ? TicketExclusion.NotMature
                : null;
        }

        if (!target.IsMet && ticket.SolvedAt is not null)
        {
            return TicketExclusion.SolvedWithoutReply;
        }

        // A clock that stands still can only come due from now on.
        return period.To > ticket.AsOf ? TicketExclusion.NotMature : TicketExclusion.OutsidePeriod;
    }
}
