namespace CxMetrics.Calculation.Support;

/// <summary>The opening of a ticket, and what makes the events after it messages.</summary>
internal readonly struct Opening
{
    private readonly TicketEvent _event;

    private Opening(in TicketEvent e)
    {
        _event = e;
        IsKnown = true;
    }

    /// <summary>Whether it is among the events.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether we opened the ticket with a message to the customer.</summary>
    public bool IsOutbound => IsKnown && IsOurs(_event);

    /// <summary>The first opening among sorted events.</summary>
    public static Opening Of(ReadOnlySpan<TicketEvent> sorted)
    {
        foreach (ref readonly TicketEvent e in sorted)
        {
            if (e.Type == TicketEventType.Opened)
            {
                return new Opening(e);
            }
        }

        return default;
    }

    /// <summary>What an event of the ticket is as a public message.</summary>
    public TicketMessage MessageOf(in TicketEvent e) =>
        e.Type switch
        {
            TicketEventType.Replied when !e.IsInternal && !IsPartOfIt(e) => MessageFrom(e.Actor),
            TicketEventType.Opened when IsOfMergedTicket(e) && !IsOurs(e) => TicketMessage.FromCustomer,
            _ => TicketMessage.None,
        };

    private static TicketMessage MessageFrom(TicketActor actor) =>
        actor switch
        {
            TicketActor.Unknown or TicketActor.Customer => TicketMessage.FromCustomer,
            TicketActor.Agent => TicketMessage.FromAgent,
            TicketActor.Bot => TicketMessage.FromBot,
            TicketActor.System => TicketMessage.None,
        };

    // A ticket opened internally was opened for a customer who called or wrote elsewhere.
    private static bool IsOurs(in TicketEvent e) => e.Actor is TicketActor.Agent or TicketActor.Bot && !e.IsInternal;

    // Some sources send the first message of a ticket beside its opening.
    private bool IsPartOfIt(in TicketEvent e) =>
        IsKnown && e.OccurredAt == _event.OccurredAt && e.Actor == _event.Actor && e.IsInternal == _event.IsInternal;

    private bool IsOfMergedTicket(in TicketEvent e) => e.TicketId != _event.TicketId;
}
