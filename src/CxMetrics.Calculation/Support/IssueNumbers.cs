using System.Runtime.InteropServices;

namespace CxMetrics.Calculation.Support;

/// <summary>Gives contacts about the same issue the same number, from 0.</summary>
internal sealed class IssueNumbers(IssueMatching matching)
{
    private readonly Dictionary<(IssueKeyKind Kind, string? Id, string? Category), int> _numbers = [];

    /// <summary>How many issues there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>Refuses what is no member of the enumeration.</summary>
    public static void ThrowIfUnknown(IssueMatching matching, string parameter)
    {
        if (!Enum.IsDefined(matching))
        {
            throw new ArgumentOutOfRangeException(parameter, matching, "Unknown matching of issues.");
        }
    }

    /// <summary>The number of the issue of a contact.</summary>
    public int Of(in Contact contact)
    {
        if (KeyOf(contact) is not { } key)
        {
            return Next();
        }

        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out bool isKnown);
        if (!isKnown)
        {
            number = Next();
        }

        return number;
    }

    private int Next() => Count++;

    private (IssueKeyKind, string?, string?)? KeyOf(in Contact contact)
    {
        if (contact.IssueId is not null)
        {
            return (IssueKeyKind.Link, contact.IssueId, null);
        }

        if (contact.CustomerId is not null)
        {
            string? category = matching == IssueMatching.Customer ? null : contact.Category;
            return (IssueKeyKind.Customer, contact.CustomerId, category);
        }

        return contact.TicketId is null ? null : (IssueKeyKind.Ticket, contact.TicketId, null);
    }
}
