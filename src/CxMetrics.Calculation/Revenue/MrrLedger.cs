namespace CxMetrics.Calculation.Revenue;

/// <summary>The MRR position of every customer on every day, from the changes of their subscriptions.</summary>
/// <remarks>
/// All subscriptions of a customer are added up, and the changes of a day are netted, before anything is classified: a move from one plan to
/// another on the same day is an expansion or a contraction, never a churn and a new customer. Periods are half-open, from the start of
/// one day to the start of another. Building takes n log n in the number of changes; a question about a period takes the number of
/// customers, and their positions within it. Immutable.
/// </remarks>
public sealed class MrrLedger
{
    /// <summary>How long a subscription may be on hold by default before it is lost: 90 days.</summary>
    public const int DefaultPauseGraceDays = 90;

    private readonly long[] _customers;
    private readonly int[] _firstEntries;
    private readonly LedgerEntry[] _entries;

    internal MrrLedger(long[] customers, int[] firstEntries, LedgerEntry[] entries)
    {
        _customers = customers;
        _firstEntries = firstEntries;
        _entries = entries;
    }

    /// <summary>Builds the ledger.</summary>
    /// <param name="changes">The changes in any order; of several of one subscription on one day the last in the list stands.</param>
    /// <param name="pauseGraceDays">After how many days on hold a subscription is lost; the loss is dated then.</param>
    /// <remarks>
    /// A change to <see cref="SubscriptionStatus.Paused"/> of a subscription that is not running is left out. A customer who comes back on a
    /// trial or a free plan is back with the first payment.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The grace is less than one day, or the subscriptions of a customer add up to more than ten trillion.</exception>
    public static MrrLedger FromChanges(
        ReadOnlySpan<SubscriptionChange> changes,
        int pauseGraceDays = DefaultPauseGraceDays
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pauseGraceDays);
        return LedgerBuilder.Build(changes, pauseGraceDays);
    }

    /// <summary>The movements of a period, day by day: a loss that is won back within the period is there twice.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period ends before it begins.</exception>
    public MrrMovements Movements(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        MrrTally tally = new();
        for (int customer = 0; customer < _customers.Length; customer++)
        {
            ReadOnlySpan<LedgerEntry> entries = Within(customer, from, to, out MrrPosition opening);
            MrrPosition position = opening;
            foreach (LedgerEntry entry in entries)
            {
                tally.AddChange(PositionChange.Between(position, entry.Position));
                position = entry.Position;
            }

            tally.AddEnds(opening, position);
        }

        return new MrrMovements(tally);
    }

    /// <summary>The movements of a period, point to point: only the start and the end of each customer count.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period ends before it begins.</exception>
    public MrrMovements PointToPointMovements(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        MrrTally tally = new();
        for (int customer = 0; customer < _customers.Length; customer++)
        {
            ReadOnlySpan<LedgerEntry> entries = Within(customer, from, to, out MrrPosition opening);
            MrrPosition closing = entries.IsEmpty ? opening : entries[^1].Position;
            tally.AddChange(PositionChange.Between(opening, closing));
            tally.AddEnds(opening, closing);
        }

        return new MrrMovements(tally);
    }

    /// <summary>The movements of a period one by one, by customer and day: what <see cref="Movements"/> adds up.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period ends before it begins.</exception>
    public IReadOnlyList<MrrMovement> ListMovements(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        List<MrrMovement> movements = [];
        for (int customer = 0; customer < _customers.Length; customer++)
        {
            foreach (LedgerEntry entry in Within(customer, from, to, out MrrPosition position))
            {
                PositionChange change = PositionChange.Between(position, entry.Position);
                DateOnly date = DateOnly.FromDayNumber(entry.Day);
                if (change.Kind is { } kind)
                {
                    movements.Add(new MrrMovement(_customers[customer], date, kind, change.Amount));
                }

                if (change.PauseKind is { } pauseKind)
                {
                    movements.Add(new MrrMovement(_customers[customer], date, pauseKind, Math.Abs(change.Paused)));
                }

                position = entry.Position;
            }
        }

        return movements.AsReadOnly();
    }

    /// <summary>The MRR of each customer over a period, for <see cref="NetRevenueRetention"/>, <see cref="RevenueChurn"/> and <see cref="QuickRatio"/>.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period ends before it begins.</exception>
    public CustomerFlows Flows(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        List<CustomerFlow> flows = [];
        for (int customer = 0; customer < _customers.Length; customer++)
        {
            ReadOnlySpan<LedgerEntry> entries = Within(customer, from, to, out MrrPosition opening);
            CustomerFlow flow = new(_customers[customer], opening, opening, 0, 0, 0);
            foreach (LedgerEntry entry in entries)
            {
                flow = flow.With(PositionChange.Between(flow.Closing, entry.Position), entry.Position);
            }

            if (flow.IsOfInterest)
            {
                flows.Add(flow);
            }
        }

        return new CustomerFlows(
            flows.ConvertAll(flow => flow.Customer).AsReadOnly(),
            Column(flows, flow => flow.Opening.Mrr),
            Column(flows, flow => flow.Closing.Mrr),
            Column(flows, flow => flow.Gains),
            Column(flows, flow => flow.Losses),
            Column(flows, flow => flow.Reactivations),
            Column(flows, flow => flow.Reactivated)
        );
    }

    /// <summary>The customers of a period, for <see cref="LogoChurn"/>.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period ends before it begins.</exception>
    public LogoCounts Logos(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        long opening = 0;
        long lossEvents = 0;
        long joined = 0;
        long[] losses = new long[Enum.GetValues<LossReason>().Length];
        for (int customer = 0; customer < _customers.Length; customer++)
        {
            ReadOnlySpan<LedgerEntry> entries = Within(customer, from, to, out MrrPosition position);
            if (position.Standing != CustomerStanding.Active)
            {
                joined += position.Standing == CustomerStanding.NeverPaid && !entries.IsEmpty ? 1 : 0;
                continue;
            }

            opening++;
            foreach (LedgerEntry entry in entries)
            {
                lossEvents += entry.IsActive ? 0 : 1;
            }

            if (!entries.IsEmpty && !entries[^1].IsActive)
            {
                losses[(int)entries[^1].Reason]++;
            }
        }

        LossCounts byReason = new(
            losses[(int)LossReason.Voluntary],
            losses[(int)LossReason.Involuntary],
            losses[(int)LossReason.Unknown]
        );
        return new LogoCounts(opening, byReason, lossEvents, joined);
    }

    /// <summary>Early churn: of those who first paid within a period, the share that left within their first days.</summary>
    /// <param name="from">The first day of the period they joined in.</param>
    /// <param name="to">The day after its last.</param>
    /// <param name="observedTo">The day up to which changes are known, itself not.</param>
    /// <param name="days">How many days are the first; who left on the day after them did not leave early.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// As <see cref="LogoChurn.Early"/>. Only those whose first days have passed are in it; with <see cref="Caveats.Provisional"/> when some
    /// are not for that reason.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The period ends before it begins, there is not at least one day, or the level is not strictly between 0 and 1.</exception>
    public Estimate EarlyChurn(
        DateOnly from,
        DateOnly to,
        DateOnly observedTo,
        int days = 30,
        double level = ConfidenceLevel.Default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        long joined = 0;
        long left = 0;
        bool someAreTooYoung = false;
        for (int customer = 0; customer < _customers.Length; customer++)
        {
            ReadOnlySpan<LedgerEntry> entries = Within(customer, from, to, out MrrPosition position);
            if (position.Standing != CustomerStanding.NeverPaid || entries.IsEmpty)
            {
                continue;
            }

            long end = (long)entries[0].Day + days;
            bool isOldEnough = end <= observedTo.DayNumber;
            joined += isOldEnough ? 1 : 0;
            left += isOldEnough && LeftBefore(customer, end) ? 1 : 0;
            someAreTooYoung |= !isOldEnough;
        }

        return LogoChurn.Early(joined, left, level) with
        {
            Caveats = someAreTooYoung ? Caveats.Provisional : Caveats.None,
        };
    }

    private static ReadOnlyMemory<double> Column(List<CustomerFlow> flows, Func<CustomerFlow, decimal> amount)
    {
        double[] column = new double[flows.Count];
        for (int index = 0; index < column.Length; index++)
        {
            column[index] = (double)amount(flows[index]);
        }

        return column;
    }

    private ReadOnlySpan<LedgerEntry> EntriesOf(int customer) =>
        _entries.AsSpan(_firstEntries[customer], _firstEntries[customer + 1] - _firstEntries[customer]);

    // The first entry of a customer is the first payment, so that the next one that is not active is the first loss.
    private bool LeftBefore(int customer, long day)
    {
        foreach (LedgerEntry entry in EntriesOf(customer))
        {
            if (!entry.IsActive)
            {
                return entry.Day < day;
            }
        }

        return false;
    }

    private ReadOnlySpan<LedgerEntry> Within(int customer, DateOnly from, DateOnly to, out MrrPosition opening)
    {
        ReadOnlySpan<LedgerEntry> entries = EntriesOf(customer);
        int first = CountBefore(entries, from.DayNumber);
        opening = first == 0 ? default : entries[first - 1].Position;
        return entries[first..CountBefore(entries, to.DayNumber)];
    }

    private static int CountBefore(ReadOnlySpan<LedgerEntry> entries, int day)
    {
        int low = 0;
        int high = entries.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (entries[middle].Day < day)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
