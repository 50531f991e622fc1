namespace CxMetrics.Calculation.Support;

/// <summary>The contacts that tickets are made of.</summary>
public static class TicketContacts
{
    /// <summary>The contacts of all tickets.</summary>
    /// <param name="tickets">The tickets.</param>
    /// <returns>
    /// For each ticket its opening unless it was ours, each reopening, each customer message after a solve, and each ticket merged into
    /// it after somebody had replied. Merged and deleted tickets have none. A message that only says thanks is a contact like others: where
    /// the source knows it as such, do not give its event.
    /// </returns>
    public static Contact[] FromTickets(IReadOnlyList<TicketTimeline> tickets)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        List<Contact> contacts = new(tickets.Count);
        foreach (TicketTimeline ticket in tickets)
        {
            contacts.AddRange(ticket.Contacts);
        }

        return [.. contacts];
    }
}
