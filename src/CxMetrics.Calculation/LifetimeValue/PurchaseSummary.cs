namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>Recency, frequency and monetary value (RFM) of every customer, summarised from orders. Immutable.</summary>
/// <remarks>
/// All orders of a customer on one day are one purchase. The frequency counts purchase days after the first; recency is the time from the first
/// purchase day to the last, age that to the end of observation; the monetary value is the mean amount of a repeat purchase day, the first
/// left out, as the models of spend want it. A day counts as a purchase when its amounts add up to more than 0, or when nothing was taken back on it: a
/// free order is a purchase, an order that was refunded in full is none. Amounts add up exactly.
/// Source: Fader, Hardie and Lee (2005), Marketing Science 24(2), 275-284, for the summary.
/// </remarks>
public sealed class PurchaseSummary
{
    private const decimal LargestAmount = 1_000_000_000_000_000_000;

    // In shorter ones the days since the first year would be more than a history takes.
    private const double ShortestUnit = 1e-290;

    private readonly long[] _customers;
    private readonly CustomerHistory[] _histories;

    private PurchaseSummary(long[] customers, CustomerHistory[] histories)
    {
        _customers = customers;
        _histories = histories;
    }

    /// <summary>The customers with a purchase up to the end of observation, ascending.</summary>
    public ReadOnlySpan<long> Customers => _customers;

    /// <summary>Their histories, in the same order.</summary>
    public ReadOnlySpan<CustomerHistory> Histories => _histories;

    /// <summary>How many orders were left out because they are later than the end of observation.</summary>
    public required long LaterOrders { get; init; }

    /// <summary>How many customer days with orders do not count as purchases, because what was bought was taken back.</summary>
    public required long RefundedDays { get; init; }

    /// <summary>Summarises orders, in any order, in O(n log n) time and linear memory.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="observationEnd">The last day of observation; later orders are left out and counted.</param>
    /// <param name="daysPerUnit">How many days make one unit of time: 1 for days, 7 for weeks.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is beyond ±10¹⁸ (the message names its row), or the unit is not finite or below 1e-290 days.</exception>
    public static PurchaseSummary FromOrders(
        ReadOnlySpan<PurchaseOrder> orders,
        DateOnly observationEnd,
        double daysPerUnit = 1
    )
    {
        if (!(daysPerUnit >= ShortestUnit && double.IsFinite(daysPerUnit)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(daysPerUnit),
                daysPerUnit,
                "A unit of time is finite and at least 1e-290 days."
            );
        }

        PurchaseOrder[] sorted = Sorted(orders, observationEnd);
        List<long> customers = [];
        List<CustomerHistory> histories = [];
        long refunded = 0;
        for (int from = 0; from < sorted.Length; )
        {
            int to = EndOfRun(sorted, from, static (one, other) => one.Customer == other.Customer);
            CustomerDays days = CustomerDays.Of(sorted.AsSpan(from, to - from));
            refunded += days.Refunded;
            if (days.Purchases > 0)
            {
                customers.Add(sorted[from].Customer);
                histories.Add(days.ToHistory(observationEnd, daysPerUnit));
            }

            from = to;
        }

        return new PurchaseSummary([.. customers], [.. histories])
        {
            LaterOrders = orders.Length - sorted.Length,
            RefundedDays = refunded,
        };
    }

    /// <summary>Where the run of orders like the first ends.</summary>
    internal static int EndOfRun(
        ReadOnlySpan<PurchaseOrder> orders,
        int from,
        Func<PurchaseOrder, PurchaseOrder, bool> isSame
    )
    {
        int to = from + 1;
        while (to < orders.Length && isSame(orders[from], orders[to]))
        {
            to++;
        }

        return to;
    }

    private static PurchaseOrder[] Sorted(ReadOnlySpan<PurchaseOrder> orders, DateOnly observationEnd)
    {
        int count = 0;
        for (int row = 0; row < orders.Length; row++)
        {
            if (Math.Abs(orders[row].Amount) > LargestAmount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(orders),
                    orders[row].Amount,
                    $"Row {row}: an amount is between −10¹⁸ and 10¹⁸."
                );
            }

            count += orders[row].Day <= observationEnd ? 1 : 0;
        }

        PurchaseOrder[] sorted = new PurchaseOrder[count];
        count = 0;
        foreach (ref readonly PurchaseOrder order in orders)
        {
            if (order.Day <= observationEnd)
            {
                sorted[count++] = order;
            }
        }

        Array.Sort(
            sorted,
            static (one, other) =>
                one.Customer != other.Customer ? one.Customer.CompareTo(other.Customer) : one.Day.CompareTo(other.Day)
        );
        return sorted;
    }
}
