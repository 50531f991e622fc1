namespace CxMetrics.Calculation.Support;

/// <summary>First contact resolution (FCR): the share of issues solved in the first contact without the customer coming back.</summary>
/// <remarks>
/// Contacts about one issue form an episode: one that arrives within W after the end of those before belongs to it, a later one opens the
/// next. An episode passes when its first contact is solved and no other contact follows inside W. It counts once W has passed since its
/// first contact ended, by time alone: counting failures as soon as they are seen while successes wait would push recent weeks down.
/// Unsolved first contacts stay in the denominator. A larger W never makes more episodes pass, but the share may move either way, since
/// there are fewer episodes too. Contacts of erased customers and answers to surveys are not to be given.
/// </remarks>
public static class FirstContactResolution
{
    /// <summary>The share among the episodes whose first contact arrived in a period.</summary>
    /// <param name="contacts">
    /// The contacts of customers in any order, those before and after the period too: they decide which contact is a first one.
    /// </param>
    /// <param name="asOf">The instant as of which it is judged; later contacts are left out.</param>
    /// <param name="period">The period, by the arrival of the first contact.</param>
    /// <param name="rule">When a contact is a repeat; <see cref="EpisodeRule.Default"/> for null.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// The share, <see cref="Caveats.Provisional"/> while episodes of the period are not mature; no value where none counts.
    /// </returns>
    /// <exception cref="ArgumentException">A contact ends before it arrives.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static FirstContactResult FromContacts(
        ReadOnlySpan<Contact> contacts,
        DateTimeOffset asOf,
        ReportingPeriod period,
        EpisodeRule? rule = null,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        EpisodeRule used = rule ?? EpisodeRule.Default;
        FirstContactTally tally = new(used, asOf, period);
        foreach (Episode episode in Episodes.Of(contacts, used, asOf))
        {
            tally.Add(episode);
        }

        return tally.ToResult(level);
    }
}
