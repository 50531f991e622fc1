using System.Runtime.InteropServices;

namespace CxMetrics.Calculation.Support;

/// <summary>Events sorted into tickets: positions only, the events stay where they are.</summary>
internal sealed class EventsByTicket
{
    private readonly Dictionary<string, int> _tickets = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly GroupedPositions _positions;

    /// <summary>Sorts the events up to an instant.</summary>
    public EventsByTicket(ReadOnlySpan<TicketEvent> events, DateTimeOffset asOf)
    {
        int[] ticketOf = new int[events.Length];
        for (int position = 0; position < events.Length; position++)
        {
            ref readonly TicketEvent e = ref events[position];
            ThrowIfInvalid(e, nameof(events));
            ticketOf[position] = e.OccurredAt <= asOf ? NumberOf(e.TicketId) : GroupedPositions.None;
        }

        _positions = new GroupedPositions(ticketOf, _ids.Count);
    }

    /// <summary>The number of tickets.</summary>
    public int Count => _ids.Count;

    /// <summary>The number of a ticket; −1 when it has no events.</summary>
    public int IndexOf(string ticketId) => _tickets.GetValueOrDefault(ticketId, -1);

    /// <summary>The id of a ticket.</summary>
    public string IdOf(int ticket) => _ids[ticket];

    /// <summary>The positions of the events of a ticket, in the order given.</summary>
    public ReadOnlySpan<int> PositionsOf(int ticket) => _positions[ticket];

    private int NumberOf(string ticketId)
    {
        ref int ticket = ref CollectionsMarshal.GetValueRefOrAddDefault(_tickets, ticketId, out bool isKnown);
        if (!isKnown)
        {
            ticket = _ids.Count;
            _ids.Add(ticketId);
        }

        return ticket;
    }

    private static void ThrowIfInvalid(in TicketEvent e, string name)
    {
        if (string.IsNullOrEmpty(e.TicketId))
        {
            throw new ArgumentException("Every event names its ticket.", name);
        }

        if (e.Type is < TicketEventType.Opened or > TicketEventType.Deleted)
        {
            throw new ArgumentException($"{(int)e.Type} is no type of ticket event.", name);
        }

        if (e.Actor is < TicketActor.Unknown or > TicketActor.System)
        {
            throw new ArgumentException($"{(int)e.Actor} is no actor of a ticket event.", name);
        }
    }
}
