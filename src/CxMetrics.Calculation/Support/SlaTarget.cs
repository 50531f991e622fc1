namespace CxMetrics.Calculation.Support;

/// <summary>One target of one ticket: when it was due, and whether it was met.</summary>
/// <param name="DueAt">When its clock has run as long as it may; null when it stands still before that, or never gets there.</param>
/// <param name="IsMet">Whether what was promised came in time.</param>
internal readonly record struct SlaTarget(DateTimeOffset? DueAt, bool IsMet)
{
    /// <summary>Runs the clock of a target.</summary>
    /// <param name="ticket">The ticket, whose states stop and start the clock.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="from">The start.</param>
    /// <param name="to">
    /// When it came; null when it has not. From then on the clock is taken to run, so that what came early is due in its time.
    /// </param>
    public static SlaTarget Judge(TicketTimeline ticket, SlaPolicy policy, DateTimeOffset from, DateTimeOffset? to)
    {
        TimeSpan ran = TimeSpan.Zero;
        DateTimeOffset? due = null;
        ReadOnlySpan<StateChange> changes = ticket.StateChanges;
        for (int index = 0; index < changes.Length; index++)
        {
            DateTimeOffset start = changes[index].At > from ? changes[index].At : from;
            DateTimeOffset? end = EndOf(changes, index, to);
            if (end <= start || policy.PausesIn(changes[index].State))
            {
                continue;
            }

            TimeSpan left = policy.Within - ran;
            if (end is not { } known)
            {
                return new SlaTarget(due ?? DueWith(policy, start, left), IsMet: false);
            }

            TimeSpan step = TicketTimeline.Elapsed(start, known, policy.Calendar);
            due ??= step >= left ? DueWith(policy, start, left) : null;
            ran += step;
        }

        if (to is not { } came)
        {
            return new SlaTarget(due, IsMet: false);
        }

        return due is { } passed
            ? new SlaTarget(passed, came <= passed)
            : new SlaTarget(DueWith(policy, came, policy.Within - ran), IsMet: true);
    }

    /// <summary>
    /// Where the clock leaves a state: with the next one, or when what was promised came; null where neither has happened.
    /// </summary>
    private static DateTimeOffset? EndOf(ReadOnlySpan<StateChange> changes, int index, DateTimeOffset? to)
    {
        DateTimeOffset? left = index + 1 < changes.Length ? changes[index + 1].At : null;
        return left < to || to is null ? left : to;
    }

    private static DateTimeOffset? DueWith(SlaPolicy policy, DateTimeOffset start, TimeSpan left)
    {
        if (policy.Calendar is { } calendar)
        {
            return calendar.DueAt(start, left);
        }

        return left <= DateTimeOffset.MaxValue - start ? start + left : null;
    }
}
