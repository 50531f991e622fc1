namespace CxMetrics.Calculation.Revenue;

/// <summary>The counts of a cohort table: one row of ages per cohort, laid end to end.</summary>
internal sealed class CohortCounts
{
    private const long MostCells = 5_000_000;

    private readonly int _lastPeriod;
    private readonly int[] _cohorts;
    private readonly int[] _firstCells;
    private readonly long[] _sizes;
    private readonly long[] _active;
    private readonly long[] _lastActive;

    private CohortCounts(int[] cohorts, int lastPeriod, string name)
    {
        _lastPeriod = lastPeriod;
        _cohorts = cohorts;
        _sizes = new long[cohorts.Length];
        _firstCells = new int[cohorts.Length + 1];
        long cells = 0;
        for (int index = 0; index < cohorts.Length; index++)
        {
            cells += (long)lastPeriod - cohorts[index] + 1;
            if (cells > MostCells)
            {
                throw new ArgumentException(
                    $"Periods are numbered without gaps; from {cohorts[0]} to {lastPeriod} the table has too many cells.",
                    name
                );
            }

            _firstCells[index + 1] = (int)cells;
        }

        _active = new long[cells];
        _lastActive = new long[cells];
    }

    /// <summary>Counts activities that are ordered.</summary>
    /// <param name="activities">The activities.</param>
    /// <param name="lastPeriod">The last period.</param>
    /// <param name="name">What the caller calls its activities.</param>
    public static CohortCounts Of(OrderedActivities activities, int lastPeriod, string name)
    {
        CohortCounts counts = new(DistinctCohorts(activities, name), lastPeriod, name);
        for (int start = 0; start < activities.Count; )
        {
            ReadOnlySpan<CohortPeriod> own = activities.OfOneCustomer(start, name);
            counts.Add(own);
            start += own.Length;
        }

        return counts;
    }

    /// <summary>The table of the counts.</summary>
    public CohortTable ToTable()
    {
        Cohort[] cohorts = new Cohort[_cohorts.Length];
        CohortAge[] pooled = new CohortAge[_cohorts.Length == 0 ? 0 : _firstCells[1]];
        for (int age = 0; age < pooled.Length; age++)
        {
            pooled[age] = new CohortAge(age, 0, 0, 0);
        }

        for (int index = 0; index < cohorts.Length; index++)
        {
            CohortAge[] ages = Ages(index);
            cohorts[index] = new Cohort(_cohorts[index], _sizes[index], Array.AsReadOnly(ages));
            for (int age = 0; age < ages.Length; age++)
            {
                pooled[age] = pooled[age] with
                {
                    Size = pooled[age].Size + ages[age].Size,
                    Active = pooled[age].Active + ages[age].Active,
                    ActiveNowOrLater = pooled[age].ActiveNowOrLater + ages[age].ActiveNowOrLater,
                };
            }
        }

        return new CohortTable(_lastPeriod, Array.AsReadOnly(cohorts), Array.AsReadOnly(pooled));
    }

    private static int[] DistinctCohorts(OrderedActivities activities, string name)
    {
        List<int> cohorts = [];
        for (int start = 0; start < activities.Count; )
        {
            ReadOnlySpan<CohortPeriod> own = activities.OfOneCustomer(start, name);
            if (cohorts.Count == 0 || cohorts[^1] != own[0].Cohort)
            {
                cohorts.Add(own[0].Cohort);
            }

            start += own.Length;
        }

        cohorts.Sort();
        int count = 0;
        for (int index = 0; index < cohorts.Count; index++)
        {
            if (index == 0 || cohorts[index] != cohorts[index - 1])
            {
                cohorts[count++] = cohorts[index];
            }
        }

        return [.. cohorts.GetRange(0, count)];
    }

    private void Add(ReadOnlySpan<CohortPeriod> own)
    {
        int cohort = Array.BinarySearch(_cohorts, own[0].Cohort);
        int first = _firstCells[cohort];
        int cell = -1;
        foreach (CohortPeriod activity in own)
        {
            int next = first + (activity.Period - activity.Cohort);
            _active[next] += next == cell ? 0 : 1;
            cell = next;
        }

        _lastActive[cell]++;
        _sizes[cohort]++;
    }

    private CohortAge[] Ages(int cohort)
    {
        int first = _firstCells[cohort];
        CohortAge[] ages = new CohortAge[_firstCells[cohort + 1] - first];
        long later = 0;
        for (int age = ages.Length - 1; age >= 0; age--)
        {
            later += _lastActive[first + age];
            ages[age] = new CohortAge(age, _sizes[cohort], _active[first + age], later);
        }

        return ages;
    }
}
