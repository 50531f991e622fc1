namespace CxMetrics.Calculation.Support;

/// <summary>How many contacts there were, of how many customers, about how many issues: full counts, without sampling error.</summary>
/// <param name="Contacts">The contacts.</param>
/// <param name="UniqueCustomers">The customers they came from, as far as known.</param>
/// <param name="UniqueIssues">The issues they were about.</param>
/// <param name="WithoutCustomer">The contacts of unknown customers.</param>
public sealed record ContactVolume(long Contacts, long UniqueCustomers, long UniqueIssues, long WithoutCustomer)
{
    /// <summary>The counts of a period.</summary>
    /// <param name="contacts">The contacts, in any order.</param>
    /// <param name="period">The period, by their arrival.</param>
    /// <param name="matching">When two contacts are about the same issue.</param>
    /// <exception cref="ArgumentOutOfRangeException">The matching is unknown.</exception>
    public static ContactVolume FromContacts(
        ReadOnlySpan<Contact> contacts,
        ReportingPeriod period,
        IssueMatching matching = IssueMatching.CustomerAndCategory
    )
    {
        IssueNumbers.ThrowIfUnknown(matching, nameof(matching));
        IssueNumbers numbers = new(matching);
        HashSet<int> issues = [];
        HashSet<string> customers = new(StringComparer.Ordinal);
        long count = 0;
        long withoutCustomer = 0;
        foreach (ref readonly Contact contact in contacts)
        {
            if (!period.Contains(contact.ArrivedAt))
            {
                continue;
            }

            count++;
            issues.Add(numbers.Of(contact));
            if (contact.CustomerId is { } customer)
            {
                customers.Add(customer);
            }
            else
            {
                withoutCustomer++;
            }
        }

        return new ContactVolume(count, customers.Count, issues.Count, withoutCustomer);
    }
}
