using System.Runtime.InteropServices;

namespace CxMetrics.Calculation.Support;

/// <summary>Events sorted into tickets: positions only, the events stay where they are.</summary>
internal sealed class EventsByTicket
{
    private readonly Dictionary<string, int> _tickets;
    private readonly string[] _ids;
    private readonly int[] _starts;
    private readonly int[] _positions;

    private EventsByTicket(Dictionary<string, int> tickets, string[] ids, int[] starts, int[] positions)
    {
        _tickets = tickets;
        _ids = ids;
        _starts = starts;
        _positions = positions;
    }

    /// <summary>The number of tickets.</summary>
    public int Count => _ids.Length;

    /// <summary>Sorts the events up to an instant.</summary>
    public static EventsByTicket Of(ReadOnlySpan<TicketEvent> events, DateTimeOffset asOf)
    {
        Dictionary<string, int> tickets = new(StringComparer.Ordinal);
        List<string> ids = [];
        List<int> starts = [0];
        int[] ticketOf = new int[events.Length];
        for (int position = 0; position < events.Length; position++)
        {
            ref readonly TicketEvent e = ref events[position];
            ThrowIfInvalid(e);
            if (e.OccurredAt > asOf)
            {
                ticketOf[position] = -1;
                continue;
            }

            ref int ticket = ref CollectionsMarshal.GetValueRefOrAddDefault(tickets, e.TicketId, out bool isKnown);
            if (!isKnown)
            {
                ticket = ids.Count;
                ids.Add(e.TicketId);
                starts.Add(0);
            }

            ticketOf[position] = ticket;
            starts[ticket + 1]++;
        }

        int[] ends = [.. starts];
        return new EventsByTicket(tickets, [.. ids], ends, Positions(ticketOf, ends));
    }

    /// <summary>The number of a ticket; −1 when it has no events.</summary>
    public int IndexOf(string ticketId) => _tickets.GetValueOrDefault(ticketId, -1);

    /// <summary>The id of a ticket.</summary>
    public string IdOf(int ticket) => _ids[ticket];

    /// <summary>The positions of the events of a ticket, in the order given.</summary>
    public ReadOnlySpan<int> PositionsOf(int ticket) => _positions.AsSpan(_starts[ticket].._starts[ticket + 1]);

    /// <summary>Turns counts, kept one place further on, into starts, and fills in the positions.</summary>
    private static int[] Positions(int[] ticketOf, int[] starts)
    {
        for (int ticket = 1; ticket < starts.Length; ticket++)
        {
            starts[ticket] += starts[ticket - 1];
        }

        int[] next = [.. starts];
        int[] positions = new int[starts[^1]];
        for (int position = 0; position < ticketOf.Length; position++)
        {
            int ticket = ticketOf[position];
            if (ticket >= 0)
            {
                positions[next[ticket]] = position;
                next[ticket]++;
            }
        }

        return positions;
    }

    private static void ThrowIfInvalid(in TicketEvent e)
    {
        if (string.IsNullOrEmpty(e.TicketId))
        {
            throw new ArgumentException("Every event names its ticket.", nameof(e));
        }

        if (e.Type is < TicketEventType.Opened or > TicketEventType.Deleted)
        {
            throw new ArgumentException($"{(int)e.Type} is no type of ticket event.", nameof(e));
        }

        if (e.Actor is < TicketActor.Unknown or > TicketActor.System)
        {
            throw new ArgumentException($"{(int)e.Actor} is no actor of a ticket event.", nameof(e));
        }
    }
}
