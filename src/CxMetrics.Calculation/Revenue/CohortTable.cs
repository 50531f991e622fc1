namespace CxMetrics.Calculation.Revenue;

/// <summary>Retention by cohort and age: the triangle of how many customers were active how long after they began.</summary>
/// <remarks>
/// Ages are listed only as far as they have been observed: a cohort that is two periods old has no third age, not one of 0. Pooled by age,
/// each age takes the cohorts old enough for it. Time n log n in the number of activities (n where they come ordered by customer and
/// period), memory in proportion to it and to the triangle. Immutable.
/// </remarks>
public sealed record CohortTable
{
    internal CohortTable(int lastPeriod, IReadOnlyList<Cohort> cohorts, IReadOnlyList<CohortAge> pooledByAge)
    {
        LastPeriod = lastPeriod;
        Cohorts = cohorts;
        PooledByAge = pooledByAge;
    }

    /// <summary>The last period that was observed.</summary>
    public int LastPeriod { get; }

    /// <summary>The cohorts with customers, in the order of their periods.</summary>
    public IReadOnlyList<Cohort> Cohorts { get; }

    /// <summary>All cohorts together, by age.</summary>
    public IReadOnlyList<CohortAge> PooledByAge { get; }

    /// <summary>The table of activities in any order.</summary>
    /// <param name="activities">Which customer was active in which period. Repeated rows count once; a cohort's size is the number of its customers here.</param>
    /// <param name="lastPeriod">The last period that has been observed in full. Activities after it are left out.</param>
    /// <exception cref="ArgumentException">An activity lies before its cohort, a customer is in two cohorts, or the triangle would have more than five million cells: periods are numbered without gaps.</exception>
    public static CohortTable FromActivities(ReadOnlySpan<CohortActivity> activities, int lastPeriod)
    {
        foreach (CohortActivity activity in activities)
        {
            if (activity.Period < activity.Cohort)
            {
                throw new ArgumentException(
                    $"No activity lies before its cohort, as that of customer {activity.Customer} in period {activity.Period} does.",
                    nameof(activities)
                );
            }
        }

        return CohortCounts.Of(OrderedActivities.Of(activities, lastPeriod), lastPeriod, nameof(activities)).ToTable();
    }
}
