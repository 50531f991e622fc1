namespace CxMetrics.Calculation.Support;

/// <summary>Which tickets were merged into which, to the end of every chain.</summary>
internal sealed class MergedTickets
{
    private const int Nowhere = -1;

    private readonly int[] _into;
    private readonly HashSet<int> _undone = [];
    private readonly Dictionary<int, List<int>> _sources = [];

    private MergedTickets(int[] into) => _into = into;

    /// <summary>Reads the merges out of the events.</summary>
    public static MergedTickets Of(ReadOnlySpan<TicketEvent> events, EventsByTicket byTicket)
    {
        int[] into = new int[byTicket.Count];
        int[] merges = new int[byTicket.Count];
        bool isAnyMerged = false;
        for (int ticket = 0; ticket < into.Length; ticket++)
        {
            merges[ticket] = FinalEvent(events, byTicket.PositionsOf(ticket));
            into[ticket] =
                merges[ticket] >= 0 && events[merges[ticket]].MergedInto is { } target
                    ? byTicket.IndexOf(target)
                    : Nowhere;
            isAnyMerged |= into[ticket] >= 0;
        }

        MergedTickets merged = new(into);
        if (isAnyMerged)
        {
            merged.BreakRings(events, merges);
            merged.FollowChains();
        }

        return merged;
    }

    /// <summary>The tickets merged into a ticket, directly or through others.</summary>
    public IReadOnlyList<int> SourcesOf(int ticket) =>
        _sources.TryGetValue(ticket, out List<int>? sources) ? sources : [];

    /// <summary>Whether the ticket was merged into a ticket that was later merged into it, so that it is the one that remains.</summary>
    public bool IsUndone(int ticket) => _undone.Contains(ticket);

    /// <summary>The position of the first event that ends a ticket, by merging or deleting it; −1 for none.</summary>
    private static int FinalEvent(ReadOnlySpan<TicketEvent> events, ReadOnlySpan<int> positions)
    {
        int first = Nowhere;
        foreach (int position in positions)
        {
            if (
                events[position].Type is TicketEventType.Merged or TicketEventType.Deleted
                && (first < 0 || TicketEventOrder.Compare(events[position], events[first]) < 0)
            )
            {
                first = position;
            }
        }

        return first;
    }

    // Of tickets merged in a ring the one that was merged first remains: the later merges brought everything back to it.
    private void BreakRings(ReadOnlySpan<TicketEvent> events, int[] merges)
    {
        int[] walkOf = new int[_into.Length];
        for (int start = 0; start < _into.Length; start++)
        {
            int walk = start + 1;
            int ticket = start;
            while (ticket >= 0 && walkOf[ticket] == 0)
            {
                walkOf[ticket] = walk;
                ticket = _into[ticket];
            }

            if (ticket >= 0 && walkOf[ticket] == walk)
            {
                int remaining = FirstMergedOfRing(events, merges, ticket);
                _into[remaining] = Nowhere;
                _undone.Add(remaining);
            }
        }
    }

    private int FirstMergedOfRing(ReadOnlySpan<TicketEvent> events, int[] merges, int member)
    {
        int first = member;
        for (int ticket = _into[member]; ticket != member; ticket = _into[ticket])
        {
            if (TicketEventOrder.Compare(events[merges[ticket]], events[merges[first]]) < 0)
            {
                first = ticket;
            }
        }

        return first;
    }

    private void FollowChains()
    {
        for (int ticket = 0; ticket < _into.Length; ticket++)
        {
            if (_into[ticket] < 0)
            {
                continue;
            }

            int target = EndOfChain(ticket);
            if (!_sources.TryGetValue(target, out List<int>? sources))
            {
                sources = [];
                _sources.Add(target, sources);
            }

            sources.Add(ticket);
        }
    }

    /// <summary>The ticket at the end of a chain; every ticket on the way is pointed straight at it.</summary>
    private int EndOfChain(int ticket)
    {
        int end = ticket;
        while (_into[end] >= 0)
        {
            end = _into[end];
        }

        int passed = ticket;
        while (passed != end)
        {
            (passed, _into[passed]) = (_into[passed], end);
        }

        return end;
    }
}
