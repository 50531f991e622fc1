namespace CxMetrics.Calculation.Support;

/// <summary>Cuts contacts into episodes.</summary>
internal static class Episodes
{
    /// <summary>The episodes of contacts that arrived by an instant, in an order that does not depend on the one given.</summary>
    public static List<Episode> Of(ReadOnlySpan<Contact> contacts, EpisodeRule rule, DateTimeOffset asOf)
    {
        IssueNumbers issues = new(rule.Matching);
        List<(int Issue, Contact Contact)> known = [];
        foreach (ref readonly Contact contact in contacts)
        {
            ThrowIfInvalid(contact);
            if (contact.ArrivedAt <= asOf)
            {
                known.Add((issues.Of(contact), contact));
            }
        }

        known.Sort(Compare);
        List<Episode> episodes = [];
        int start = 0;
        while (start < known.Count)
        {
            int end = EndOfEpisode(known, start, rule.Window);
            episodes.Add(Summary(known, start, end, asOf));
            start = end;
        }

        return episodes;
    }

    // "After the end of the previous ones": contacts may overlap, and the latest end counts.
    private static int EndOfEpisode(List<(int Issue, Contact Contact)> known, int start, TimeSpan window)
    {
        DateTimeOffset lastEnd = known[start].Contact.EndedAt;
        int index = start + 1;
        while (
            index < known.Count
            && known[index].Issue == known[start].Issue
            && known[index].Contact.ArrivedAt - lastEnd < window
        )
        {
            lastEnd = known[index].Contact.EndedAt > lastEnd ? known[index].Contact.EndedAt : lastEnd;
            index++;
        }

        return index;
    }

    private static Episode Summary(List<(int Issue, Contact Contact)> known, int start, int end, DateTimeOffset asOf)
    {
        int solver = -1;
        for (int index = start; index < end; index++)
        {
            Contact contact = known[index].Contact;
            bool isSolved = contact.IsSolved && contact.EndedAt <= asOf;
            if (isSolved && (solver < 0 || contact.EndedAt < known[solver].Contact.EndedAt))
            {
                solver = index;
            }
        }

        DateTimeOffset? solvedAt = solver < 0 ? null : known[solver].Contact.EndedAt;
        return new Episode(
            known[start].Contact,
            known[start].Issue,
            end - start,
            solvedAt,
            FollowedAt(known, start, end, solver)
        );
    }

    private static DateTimeOffset? FollowedAt(List<(int Issue, Contact Contact)> known, int start, int end, int solver)
    {
        for (int index = start; solver >= 0 && index < end; index++)
        {
            if (index != solver && known[index].Contact.ArrivedAt >= known[solver].Contact.EndedAt)
            {
                return known[index].Contact.ArrivedAt;
            }
        }

        return null;
    }

    // Contacts that arrived at one instant are put in an order of their own; the unsolved one is the first contact then.
    private static int Compare((int Issue, Contact Contact) x, (int Issue, Contact Contact) y)
    {
        int order = x.Issue.CompareTo(y.Issue);
        if (order == 0)
        {
            order = (x.Contact.ArrivedAt, x.Contact.EndedAt).CompareTo((y.Contact.ArrivedAt, y.Contact.EndedAt));
        }

        return order == 0 ? CompareContent(x.Contact, y.Contact) : order;
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

    private static void ThrowIfInvalid(in Contact contact)
    {
        if (contact.EndedAt < contact.ArrivedAt)
        {
            throw new ArgumentException(
                $"A contact does not end before it arrives; one of {contact.ArrivedAt:O} ends at {contact.EndedAt:O}.",
                nameof(contact)
            );
        }
    }
}
