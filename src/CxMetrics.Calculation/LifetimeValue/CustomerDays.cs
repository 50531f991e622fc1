namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The days of one customer's orders.</summary>
/// <param name="Purchases">How many days count as purchases.</param>
/// <param name="Refunded">How many do not.</param>
/// <param name="First">The first purchase day.</param>
/// <param name="Last">The last purchase day.</param>
/// <param name="RepeatAmount">The amounts of all purchase days after the first.</param>
internal readonly record struct CustomerDays(
    int Purchases,
    int Refunded,
    DateOnly First,
    DateOnly Last,
    decimal RepeatAmount
)
{
    /// <summary>The days of orders that are sorted by day, all of one customer.</summary>
    public static CustomerDays Of(ReadOnlySpan<PurchaseOrder> orders)
    {
        CustomerDays days = default;
        for (int from = 0; from < orders.Length; )
        {
            int to = PurchaseSummary.EndOfRun(orders, from, static (one, other) => one.Day == other.Day);
            days = days.With(orders[from..to]);
            from = to;
        }

        return days;
    }

    /// <summary>The history that models of purchases want.</summary>
    public CustomerHistory ToHistory(DateOnly observationEnd, double daysPerUnit)
    {
        int frequency = Purchases - 1;
        return new CustomerHistory(
            frequency,
            (Last.DayNumber - First.DayNumber) / daysPerUnit,
            (observationEnd.DayNumber - First.DayNumber) / daysPerUnit,
            frequency > 0 ? (double)(RepeatAmount / frequency) : 0
        );
    }

    private CustomerDays With(ReadOnlySpan<PurchaseOrder> day)
    {
        decimal amount = 0;
        bool isAnythingTakenBack = false;
        foreach (ref readonly PurchaseOrder order in day)
        {
            amount += order.Amount;
            isAnythingTakenBack |= order.Amount < 0;
        }

        if (amount <= 0 && isAnythingTakenBack)
        {
            return this with { Refunded = Refunded + 1 };
        }

        return this with
        {
            Purchases = Purchases + 1,
            First = Purchases == 0 ? day[0].Day : First,
            Last = day[0].Day,
            RepeatAmount = Purchases == 0 ? 0 : RepeatAmount + amount,
        };
    }
}
