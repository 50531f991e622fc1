namespace CxMetrics.Calculation.Support;

/// <summary>Turns the events of a help desk into one timeline per ticket.</summary>
public static class TicketTimelines
{
    /// <summary>The timelines as known at an instant.</summary>
    /// <param name="events">
    /// The events of any tickets, in any order, repeated or not: neither order nor repetition changes the result. To know what was known at
    /// an earlier time, leave out what was recorded later.
    /// </param>
    /// <param name="asOf">The instant as of which the tickets are judged; later events are left out.</param>
    /// <returns>
    /// One timeline per ticket with an event by then, merged and deleted ones included, by time of creation, then by id. A merged ticket
    /// gives its messages to the last ticket of the chain it was merged into; where that ticket has no events they count nowhere. Of
    /// tickets merged in a ring the one that was merged first remains. A split ticket is a ticket of its own, from the split on.
    /// </returns>
    /// <exception cref="ArgumentException">An event names no ticket, or its type or actor is not a member of the enumeration.</exception>
    public static IReadOnlyList<TicketTimeline> FromEvents(ReadOnlySpan<TicketEvent> events, DateTimeOffset asOf)
    {
        EventsByTicket byTicket = new(events, asOf);
        MergedTickets merged = MergedTickets.Of(events, byTicket);
        TimelineBuilder builder = new(asOf);
        List<TicketEvent> ofTicket = [];
        TicketTimeline[] timelines = new TicketTimeline[byTicket.Count];
        for (int ticket = 0; ticket < timelines.Length; ticket++)
        {
            ofTicket.Clear();
            IReadOnlyList<int> sources = merged.SourcesOf(ticket);
            AddAll(ofTicket, events, byTicket.PositionsOf(ticket));
            foreach (int source in sources)
            {
                AddMessages(ofTicket, events, byTicket.PositionsOf(source));
            }

            timelines[ticket] = builder.Build(byTicket.IdOf(ticket), ofTicket, sources.Count, merged.IsUndone(ticket));
        }

        Array.Sort(timelines, CompareByCreation);
        return timelines;
    }

    private static void AddAll(
        List<TicketEvent> ofTicket,
        ReadOnlySpan<TicketEvent> events,
        ReadOnlySpan<int> positions
    )
    {
        foreach (int position in positions)
        {
            ofTicket.Add(events[position]);
        }
    }

    private static void AddMessages(
        List<TicketEvent> ofTicket,
        ReadOnlySpan<TicketEvent> events,
        ReadOnlySpan<int> positions
    )
    {
        foreach (int position in positions)
        {
            if (events[position].Type is TicketEventType.Opened or TicketEventType.Replied)
            {
                ofTicket.Add(events[position]);
            }
        }
    }

    private static int CompareByCreation(TicketTimeline one, TicketTimeline other)
    {
        int order = one.CreatedAt.CompareTo(other.CreatedAt);
        return order == 0 ? string.CompareOrdinal(one.Id, other.Id) : order;
    }
}
