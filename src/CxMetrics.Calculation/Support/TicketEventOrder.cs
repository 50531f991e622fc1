namespace CxMetrics.Calculation.Support;

/// <summary>The order in which events count; equal only where the events are.</summary>
internal sealed class TicketEventOrder : IComparer<TicketEvent>
{
    public static TicketEventOrder Instance { get; } = new();

    public int Compare(TicketEvent x, TicketEvent y) => Compare(in x, in y);

    public static int Compare(in TicketEvent one, in TicketEvent other)
    {
        int order = one.OccurredAt.CompareTo(other.OccurredAt);
        if (order == 0)
        {
            order = (one.Type != TicketEventType.Opened).CompareTo(other.Type != TicketEventType.Opened);
        }

        if (order == 0)
        {
            order = one.Arrival.CompareTo(other.Arrival);
        }

        return order == 0 ? CompareContent(one, other) : order;
    }

    // Where the arrivals are equal too, the content decides, so that the order given never does.
    private static int CompareContent(in TicketEvent one, in TicketEvent other)
    {
        int order = (one.Type, one.Actor, one.IsInternal).CompareTo((other.Type, other.Actor, other.IsInternal));
        return order == 0 ? CompareTexts(one, other) : order;
    }

    private static int CompareTexts(in TicketEvent one, in TicketEvent other)
    {
        ReadOnlySpan<string?> ones = Texts(one);
        ReadOnlySpan<string?> others = Texts(other);
        for (int index = 0; index < ones.Length; index++)
        {
            int order = string.CompareOrdinal(ones[index], others[index]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static string?[] Texts(in TicketEvent e) =>
        [e.TicketId, e.Id, e.AgentId, e.Team, e.MergedInto, e.CustomerId, e.Category, e.IssueId];
}
