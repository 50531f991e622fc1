using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

/// <summary>Timelines as text that holds all they say, so that two can be compared and a difference read.</summary>
public static class Snapshots
{
    public static string Of(IEnumerable<TicketTimeline> tickets) => string.Join('\n', tickets.Select(Of));

    private static string Of(TicketTimeline ticket)
    {
        IEnumerable<string> facts = typeof(TicketTimeline)
            .GetProperties()
            .Where(property => !property.PropertyType.IsByRefLike)
            .Select(property => $"{property.Name}={property.GetValue(ticket)}");
        return string.Join(
            ' ',
            [
                .. facts,
                string.Join(',', ticket.StateChanges.ToArray()),
                string.Join(',', ticket.NextReplies.ToArray()),
                string.Join(',', ticket.Contacts.ToArray()),
            ]
        );
    }
}
