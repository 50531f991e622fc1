namespace CxMetrics.Calculation.Support;

/// <summary>Counts exclusions while tickets are looked at.</summary>
internal sealed class ExclusionTally
{
    private readonly long[] _counts = new long[Enum.GetValues<TicketExclusion>().Length];

    public long this[TicketExclusion reason] => _counts[(int)reason];

    /// <summary>Counts a reason, if there is one.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Add(TicketExclusion? reason)
    {
        if (reason is not { } known)
        {
            return false;
        }

        _counts[(int)known]++;
        return true;
    }

    public TicketExclusions ToExclusions() => new(_counts);

    /// <summary>Why a ticket counts in no metric; null when it may.</summary>
    public static TicketExclusion? OfWholeTicket(TicketTimeline ticket) =>
        ticket.State switch
        {
            TicketState.Deleted => TicketExclusion.Deleted,
            TicketState.Merged => TicketExclusion.Merged,
            _ => ticket.IsOpeningKnown ? null : TicketExclusion.OpeningUnknown,
        };

    /// <summary>Why a ticket does not count among those last solved in a period; null when it does.</summary>
    public static TicketExclusion? OfSolvedIn(TicketTimeline ticket, ReportingPeriod period)
    {
        if (OfWholeTicket(ticket) is { } reason)
        {
            return reason;
        }

        if (ticket.SolvedAt is not { } solvedAt)
        {
            return TicketExclusion.Unsolved;
        }

        return period.Contains(solvedAt) ? null : TicketExclusion.OutsidePeriod;
    }
}
