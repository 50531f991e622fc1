using CxMetrics.Calculation.Calendars;

namespace CxMetrics.Calculation.Support;

/// <summary>Durations of many tickets: which tickets count, and for which period.</summary>
/// <remarks>
/// By default a duration counts in the period in which it ended, so that counts agree with the number of tickets closed. The start cohort
/// compares groups of tickets fairly instead; its open tickets are censored. The two are never mixed. To report by team, agent or category,
/// give the tickets of one group at a time.
/// </remarks>
public static class TicketDurations
{
    /// <summary>Durations that ended in a period: by the reply for response times, by the last solve for all others.</summary>
    /// <param name="tickets">The tickets.</param>
    /// <param name="duration">The duration.</param>
    /// <param name="period">The period.</param>
    /// <param name="calendar">The business calendar; null for calendar time.</param>
    /// <returns>
    /// One duration for each ticket that counts, and the others by reason. First resolution times are those of the same tickets as full
    /// ones.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The duration is unknown.</exception>
    public static DurationSample EndedIn(
        IReadOnlyList<TicketTimeline> tickets,
        TicketDuration duration,
        ReportingPeriod period,
        BusinessCalendar? calendar = null
    )
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ThrowIfUnknown(duration);
        List<double> seconds = [];
        ExclusionTally excluded = new();
        foreach (TicketTimeline ticket in tickets)
        {
            bool isLeftOut = excluded.Add(WhyNotEndedIn(ticket, duration, period));
            if (!isLeftOut)
            {
                seconds.Add(ticket.DurationOf(duration, calendar)!.Value.TotalSeconds);
            }
        }

        return new DurationSample(seconds, excluded.ToExclusions());
    }

    /// <summary>Next reply times: waits after the first response that ended with a human reply in a period.</summary>
    /// <param name="tickets">The tickets.</param>
    /// <param name="period">The period.</param>
    /// <param name="calendar">The business calendar; null for calendar time.</param>
    /// <returns>
    /// One duration for each reply. Left out are replies outside the period, messages that still wait, and whole tickets.
    /// </returns>
    public static DurationSample NextReplies(
        IReadOnlyList<TicketTimeline> tickets,
        ReportingPeriod period,
        BusinessCalendar? calendar = null
    )
    {
        ArgumentNullException.ThrowIfNull(tickets);
        List<double> seconds = [];
        ExclusionTally excluded = new();
        foreach (TicketTimeline ticket in tickets)
        {
            if (excluded.Add(ExclusionTally.OfWholeTicket(ticket)))
            {
                continue;
            }

            foreach (ReplyWait wait in ticket.NextReplies)
            {
                bool isLeftOut = excluded.Add(period.Contains(wait.To) ? null : TicketExclusion.OutsidePeriod);
                if (!isLeftOut)
                {
                    seconds.Add(TicketTimeline.Elapsed(wait.From, wait.To, calendar).TotalSeconds);
                }
            }

            excluded.Add(ticket.WaitingSince is null ? null : TicketExclusion.Unanswered);
        }

        return new DurationSample(seconds, excluded.ToExclusions());
    }

    /// <summary>Durations of the tickets created in a period, those without an end yet censored.</summary>
    /// <param name="tickets">The tickets.</param>
    /// <param name="duration">The first response, or the first, full or human resolution: what has one start and one end.</param>
    /// <param name="period">The period.</param>
    /// <param name="calendar">The business calendar; null for calendar time.</param>
    /// <returns>
    /// Times and events. A ticket that was reopened and is not solved now is censored in its full resolution. Tickets solved without a
    /// human reply are left out of first responses, those solved by a bot alone out of human resolutions.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The duration is another one: a sum of stretches, whose censoring would depend on its value.
    /// </exception>
    public static CensoredDurations StartedIn(
        IReadOnlyList<TicketTimeline> tickets,
        TicketDuration duration,
        ReportingPeriod period,
        BusinessCalendar? calendar = null
    )
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ThrowIfNoStartCohort(duration);
        List<double> seconds = [];
        List<bool> hasEnded = [];
        ExclusionTally excluded = new();
        foreach (TicketTimeline ticket in tickets)
        {
            if (excluded.Add(WhyNotStartedIn(ticket, duration, period)))
            {
                continue;
            }

            TimeSpan? ended = ticket.DurationOf(duration, calendar);
            hasEnded.Add(ended is not null);
            seconds.Add((ended ?? SoFar(ticket, duration, calendar)).TotalSeconds);
        }

        return new CensoredDurations(seconds, hasEnded, excluded.ToExclusions());
    }

    private static TimeSpan SoFar(TicketTimeline ticket, TicketDuration duration, BusinessCalendar? calendar)
    {
        bool isHuman = duration is TicketDuration.FirstResponse or TicketDuration.HumanResolution;
        return TicketTimeline.Elapsed(isHuman ? ticket.HumanClockStartedAt : ticket.CreatedAt, ticket.AsOf, calendar);
    }

    private static TicketExclusion? WhyNotEndedIn(
        TicketTimeline ticket,
        TicketDuration duration,
        ReportingPeriod period
    ) =>
        duration switch
        {
            TicketDuration.FirstResponse => WhyNotRepliedIn(ticket, ticket.FirstResponse, period),
            TicketDuration.BotFirstResponse => WhyNotRepliedIn(ticket, ticket.BotFirstResponse, period),
            TicketDuration.HumanResolution => WhyNotSolvedByPeopleIn(ticket, period),
            _ => ExclusionTally.OfSolvedIn(ticket, period),
        };

    private static TicketExclusion? WhyNotRepliedIn(TicketTimeline ticket, ReplyWait? reply, ReportingPeriod period)
    {
        if (ExclusionTally.OfWholeTicket(ticket) is { } reason)
        {
            return reason;
        }

        if (reply is not { } known)
        {
            return ticket.SolvedAt is null ? TicketExclusion.Unanswered : TicketExclusion.SolvedWithoutReply;
        }

        return period.Contains(known.To) ? null : TicketExclusion.OutsidePeriod;
    }

    private static TicketExclusion? WhyNotSolvedByPeopleIn(TicketTimeline ticket, ReportingPeriod period) =>
        ExclusionTally.OfWholeTicket(ticket)
        ?? (ticket.IsSolvedByBot ? TicketExclusion.SolvedByBot : ExclusionTally.OfSolvedIn(ticket, period));

    private static TicketExclusion? WhyNotStartedIn(
        TicketTimeline ticket,
        TicketDuration duration,
        ReportingPeriod period
    )
    {
        if (ExclusionTally.OfWholeTicket(ticket) is { } reason)
        {
            return reason;
        }

        if (!period.Contains(ticket.CreatedAt))
        {
            return TicketExclusion.OutsidePeriod;
        }

        return duration switch
        {
            TicketDuration.FirstResponse when ticket.FirstResponse is null && ticket.SolvedAt is not null =>
                TicketExclusion.SolvedWithoutReply,
            TicketDuration.HumanResolution when ticket.IsSolvedByBot => TicketExclusion.SolvedByBot,
            _ => null,
        };
    }

    private static void ThrowIfUnknown(TicketDuration duration)
    {
        if (!Enum.IsDefined(duration))
        {
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "Unknown duration.");
        }
    }

    private static void ThrowIfNoStartCohort(TicketDuration duration)
    {
        if (
            duration
            is not (
                TicketDuration.FirstResponse
                or TicketDuration.FirstResolution
                or TicketDuration.FullResolution
                or TicketDuration.HumanResolution
            )
        )
        {
            throw new ArgumentOutOfRangeException(
                nameof(duration),
                duration,
                "A start cohort has the first response, or the first, full or human resolution."
            );
        }
    }
}
