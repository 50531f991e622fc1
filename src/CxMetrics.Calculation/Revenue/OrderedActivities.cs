namespace CxMetrics.Calculation.Revenue;

/// <summary>Activities up to a period, ordered by customer and, for each, by period.</summary>
internal sealed class OrderedActivities
{
    private readonly long[] _customers;
    private readonly CohortPeriod[] _periods;

    private OrderedActivities(long[] customers, CohortPeriod[] periods)
    {
        _customers = customers;
        _periods = periods;
    }

    /// <summary>The number of activities.</summary>
    public int Count => _customers.Length;

    /// <summary>Leaves out what is later, and orders the rest.</summary>
    public static OrderedActivities Of(ReadOnlySpan<CohortActivity> activities, int lastPeriod)
    {
        int count = 0;
        foreach (CohortActivity activity in activities)
        {
            count += activity.Period <= lastPeriod ? 1 : 0;
        }

        long[] customers = new long[count];
        CohortPeriod[] periods = new CohortPeriod[count];
        int next = 0;
        bool isOrdered = true;
        foreach (CohortActivity activity in activities)
        {
            if (activity.Period <= lastPeriod)
            {
                customers[next] = activity.Customer;
                periods[next] = new CohortPeriod(activity.Cohort, activity.Period);
                isOrdered &= next == 0 || customers[next - 1] <= customers[next];
                next++;
            }
        }

        if (!isOrdered)
        {
            // Keys of a primitive type sort several times as fast as rows with a comparison.
            Array.Sort(customers, periods);
        }

        return new OrderedActivities(customers, periods);
    }

    /// <summary>The activities of the customer that begins at a place, by period; empty at the end.</summary>
    /// <param name="start">The place.</param>
    /// <param name="name">What the caller calls its activities.</param>
    /// <exception cref="ArgumentException">The customer is in two cohorts.</exception>
    public ReadOnlySpan<CohortPeriod> OfOneCustomer(int start, string name)
    {
        int end = start;
        while (end < _customers.Length && _customers[end] == _customers[start])
        {
            end++;
        }

        Span<CohortPeriod> own = _periods.AsSpan(start, end - start);
        bool isOrdered = true;
        for (int index = 1; index < own.Length; index++)
        {
            if (own[index].Cohort != own[0].Cohort)
            {
                throw new ArgumentException(
                    $"A customer is in one cohort; {_customers[start]} is in {own[0].Cohort} and {own[index].Cohort}.",
                    name
                );
            }

            isOrdered &= own[index - 1].Period <= own[index].Period;
        }

        if (!isOrdered)
        {
            own.Sort((one, other) => one.Period.CompareTo(other.Period));
        }

        return own;
    }
}
