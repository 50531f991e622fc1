namespace CxMetrics.Calculation.Support;

/// <summary>The repeat-contact rate: how often customers come back about an issue that was resolved.</summary>
/// <remarks>
/// Resolved issues are episodes with a solve, and are dated by the first one. Not the complement of first contact resolution, whose
/// denominator has the unresolved first contacts too.
/// </remarks>
public static class RepeatContactRate
{
    /// <summary>The share of the issues resolved in a period that were followed by a contact within the window.</summary>
    /// <param name="contacts">The contacts of customers in any order, those before and after the period too.</param>
    /// <param name="asOf">The instant as of which it is judged; later contacts are left out.</param>
    /// <param name="period">The period, by the first solve of the episode.</param>
    /// <param name="rule">When a contact is a repeat; <see cref="EpisodeRule.Default"/> for null. All categories count.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// The share, <see cref="Caveats.Provisional"/> while issues of the period are not mature; no value where none counts.
    /// </returns>
    /// <exception cref="ArgumentException">A contact ends before it arrives.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static RepeatContactResult FromContacts(
        ReadOnlySpan<Contact> contacts,
        DateTimeOffset asOf,
        ReportingPeriod period,
        EpisodeRule? rule = null,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        EpisodeRule used = rule ?? EpisodeRule.Default;
        CustomerClusters clusters = new();
        long unsolved = 0;
        long outsidePeriod = 0;
        long notMature = 0;
        foreach (Episode episode in Episodes.Of(contacts, used, asOf))
        {
            if (episode.SolvedAt is not { } solvedAt)
            {
                unsolved++;
            }
            else if (!period.Contains(solvedAt))
            {
                outsidePeriod++;
            }
            else if (asOf - solvedAt < used.Window)
            {
                notMature++;
            }
            else
            {
                bool isRepeated = episode.FollowedAt - solvedAt < used.Window;
                clusters.Add(episode.First.CustomerId, episode.Issue, isRepeated);
            }
        }

        return new RepeatContactResult
        {
            Share = clusters.ToShare(level, notMature > 0 ? Caveats.Provisional : Caveats.None),
            AsOf = asOf,
            Unsolved = unsolved,
            OutsidePeriod = outsidePeriod,
            NotMature = notMature,
        };
    }
}
