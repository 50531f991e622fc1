namespace CxMetrics.Calculation.Revenue;

/// <summary>Orders the changes of all subscriptions and runs the timeline of each customer.</summary>
internal sealed class LedgerBuilder
{
    private readonly List<long> _customers = [];
    private readonly List<int> _firstEntries = [];
    private readonly List<LedgerEntry> _entries = [];
    private readonly CustomerTimeline _timeline;

    private LedgerBuilder(int pauseGraceDays) => _timeline = new CustomerTimeline(pauseGraceDays, _entries);

    /// <summary>The ledger of the changes.</summary>
    public static MrrLedger Build(ReadOnlySpan<SubscriptionChange> changes, int pauseGraceDays)
    {
        // Sorted by customer, then each customer's by day and place: primitive keys, many times as fast as a comparison of rows.
        long[] customers = new long[changes.Length];
        long[] places = new long[changes.Length];
        for (int index = 0; index < changes.Length; index++)
        {
            customers[index] = changes[index].Customer;
            places[index] = ((long)changes[index].Date.DayNumber << 32) | (uint)index;
        }

        Array.Sort(customers, places);
        LedgerBuilder builder = new(pauseGraceDays);
        for (int start = 0, end; start < customers.Length; start = end)
        {
            end = start + 1;
            while (end < customers.Length && customers[end] == customers[start])
            {
                end++;
            }

            Span<long> own = places.AsSpan(start, end - start);
            own.Sort();
            builder.AddCustomer(customers[start], own, changes);
        }

        builder._firstEntries.Add(builder._entries.Count);
        return new MrrLedger([.. builder._customers], [.. builder._firstEntries], [.. builder._entries]);
    }

    private void AddCustomer(long customer, ReadOnlySpan<long> places, ReadOnlySpan<SubscriptionChange> changes)
    {
        _customers.Add(customer);
        _firstEntries.Add(_entries.Count);
        _timeline.Reset();
        int next = 0;
        while (true)
        {
            int? changeDay = next < places.Length ? (int)(places[next] >> 32) : null;
            int? pauseDay = _timeline.NextPauseEnd;
            if (changeDay is null && pauseDay is null)
            {
                break;
            }

            int day = Math.Min(changeDay ?? int.MaxValue, pauseDay ?? int.MaxValue);
            _timeline.EndPauses(day);
            while (next < places.Length && (int)(places[next] >> 32) == day)
            {
                _timeline.Apply(changes[unchecked((int)places[next])]);
                next++;
            }

            _timeline.CloseDay(day);
        }
    }
}
