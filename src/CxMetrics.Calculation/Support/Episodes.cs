using System.Runtime.InteropServices;

namespace CxMetrics.Calculation.Support;

/// <summary>Cuts contacts into episodes.</summary>
internal static class Episodes
{
    /// <summary>The episodes of the contacts that arrived by an instant.</summary>
    public static List<Episode> Of(ReadOnlySpan<Contact> contacts, EpisodeRule rule, DateTimeOffset asOf)
    {
        IssueNumbers issues = new(rule.Matching);
        int[] issueOf = new int[contacts.Length];
        for (int position = 0; position < contacts.Length; position++)
        {
            ref readonly Contact contact = ref contacts[position];
            ThrowIfInvalid(contact, nameof(contacts));
            issueOf[position] = contact.ArrivedAt <= asOf ? issues.Of(contact) : GroupedPositions.None;
        }

        GroupedPositions positions = new(issueOf, issues.Count);
        List<Episode> episodes = new(issues.Count);
        List<Contact> ofIssue = [];
        for (int issue = 0; issue < issues.Count; issue++)
        {
            ofIssue.Clear();
            foreach (int position in positions[issue])
            {
                ofIssue.Add(contacts[position]);
            }

            Cut(episodes, ofIssue, issue, rule.Window, asOf);
        }

        return episodes;
    }

    private static void Cut(
        List<Episode> episodes,
        List<Contact> ofIssue,
        int issue,
        TimeSpan window,
        DateTimeOffset asOf
    )
    {
        ofIssue.Sort(Compare);
        ReadOnlySpan<Contact> left = CollectionsMarshal.AsSpan(ofIssue);
        while (!left.IsEmpty)
        {
            int length = LengthOfEpisode(left, window);
            episodes.Add(Summary(left[..length], issue, asOf));
            left = left[length..];
        }
    }

    // "After the end of the previous ones": contacts may overlap, and the latest end counts.
    private static int LengthOfEpisode(ReadOnlySpan<Contact> contacts, TimeSpan window)
    {
        DateTimeOffset lastEnd = contacts[0].EndedAt;
        int length = 1;
        while (length < contacts.Length && contacts[length].ArrivedAt - lastEnd < window)
        {
            lastEnd = contacts[length].EndedAt > lastEnd ? contacts[length].EndedAt : lastEnd;
            length++;
        }

        return length;
    }

    private static Episode Summary(ReadOnlySpan<Contact> contacts, int issue, DateTimeOffset asOf)
    {
        int solver = -1;
        for (int index = 0; index < contacts.Length; index++)
        {
            bool isSolved = contacts[index].IsSolved && contacts[index].EndedAt <= asOf;
            if (isSolved && (solver < 0 || contacts[index].EndedAt < contacts[solver].EndedAt))
            {
                solver = index;
            }
        }

        DateTimeOffset? solvedAt = solver < 0 ? null : contacts[solver].EndedAt;
        return new Episode(contacts[0], issue, contacts.Length, solvedAt, FollowedAt(contacts, solver));
    }

    private static DateTimeOffset? FollowedAt(ReadOnlySpan<Contact> contacts, int solver)
    {
        for (int index = 0; solver >= 0 && index < contacts.Length; index++)
        {
            if (index != solver && contacts[index].ArrivedAt >= contacts[solver].EndedAt)
            {
                return contacts[index].ArrivedAt;
            }
        }

        return null;
    }

    // Contacts that arrived at one instant are put in an order of their own, so that the order given decides nothing.
    private static int Compare(Contact x, Contact y)
    {
        int order = (x.ArrivedAt, x.EndedAt).CompareTo((y.ArrivedAt, y.EndedAt));
        return order == 0 ? CompareContent(x, y) : order;
    }

    private static int CompareContent(in Contact one, in Contact other)
    {
        int order = (one.IsSolved, one.IsSolvedByBot, one.IsTransferred).CompareTo(
            (other.IsSolved, other.IsSolvedByBot, other.IsTransferred)
        );
        if (order == 0)
        {
            order = string.CompareOrdinal(one.Category, other.Category);
        }

        return order == 0 ? string.CompareOrdinal(one.CustomerId, other.CustomerId) : order;
    }

    private static void ThrowIfInvalid(in Contact contact, string name)
    {
        if (contact.EndedAt < contact.ArrivedAt)
        {
            throw new ArgumentException(
                $"A contact does not end before it arrives; one of {contact.ArrivedAt:O} ends at {contact.EndedAt:O}.",
                name
            );
        }
    }
}
