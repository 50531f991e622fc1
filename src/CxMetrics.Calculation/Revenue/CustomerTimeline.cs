namespace CxMetrics.Calculation.Revenue;

/// <summary>Turns the changes of one customer's subscriptions into the positions at the end of each day something changed.</summary>
internal sealed class CustomerTimeline(int pauseGraceDays, List<LedgerEntry> entries)
{
    private readonly Dictionary<long, SubscriptionState> _subscriptions = [];
    private readonly PriorityQueue<(long Subscription, int Version), int> _pauseEnds = new();
    private decimal _mrr;
    private decimal _pausedMrr;
    private int _running;
    private bool _hasPaid;
    private bool _isCustomer;
    private LossReason _reason;
    private MrrPosition _last;

    /// <summary>The day of the next pause that runs out; null when none does.</summary>
    public int? NextPauseEnd => _pauseEnds.TryPeek(out _, out int day) ? day : null;

    /// <summary>Begins another customer.</summary>
    public void Reset()
    {
        _subscriptions.Clear();
        _pauseEnds.Clear();
        _mrr = 0;
        _pausedMrr = 0;
        _running = 0;
        _hasPaid = false;
        _isCustomer = false;
        _last = default;
    }

    /// <summary>Ends the pauses that run out on a day. Comes before the changes of the day, so that a resume on the last day counts.</summary>
    public void EndPauses(int day)
    {
        while (_pauseEnds.TryPeek(out (long Subscription, int Version) end, out int due) && due == day)
        {
            _pauseEnds.Dequeue();
            SubscriptionState state = _subscriptions[end.Subscription];
            if (state.Version == end.Version)
            {
                Set(end.Subscription, state, SubscriptionStatus.Cancelled, 0);
                _reason = LossReason.Unknown;
            }
        }
    }

    /// <summary>Applies a change on its day.</summary>
    public void Apply(in SubscriptionChange change)
    {
        SubscriptionState state = _subscriptions.GetValueOrDefault(change.Subscription, SubscriptionState.Unknown);
        switch (change.Status)
        {
            case SubscriptionStatus.Paused when state.Status != SubscriptionStatus.Active:
                // What is not running cannot be put on hold, and what is on hold already stays so since it was.
                return;
            case SubscriptionStatus.Paused:
                Set(change.Subscription, state, SubscriptionStatus.Paused, state.Mrr);
                EndPauseLater(change);
                break;
            case SubscriptionStatus.Active:
                Set(change.Subscription, state, SubscriptionStatus.Active, change.Mrr);
                break;
            case SubscriptionStatus.Trial or SubscriptionStatus.Cancelled:
                Set(change.Subscription, state, change.Status, 0);
                _reason = state.IsRunning ? change.Reason : _reason;
                break;
        }
    }

    /// <summary>Closes a day: its changes are netted, and the position is written down when it is another than before.</summary>
    public void CloseDay(int day)
    {
        _isCustomer = _running > 0 && (_isCustomer || _mrr > 0);
        _hasPaid |= _isCustomer;
        MrrPosition position =
            _isCustomer ? new MrrPosition(CustomerStanding.Active, _mrr, _pausedMrr)
            : _hasPaid ? new MrrPosition(CustomerStanding.Churned, 0)
            : default;
        if (position != _last)
        {
            entries.Add(new LedgerEntry(day, position, _isCustomer ? LossReason.Unknown : _reason));
            _last = position;
        }
    }

    private void EndPauseLater(in SubscriptionChange change)
    {
        long end = (long)change.Date.DayNumber + pauseGraceDays;
        if (end <= DateOnly.MaxValue.DayNumber)
        {
            _pauseEnds.Enqueue((change.Subscription, _subscriptions[change.Subscription].Version), (int)end);
        }
    }

    private void Set(long subscription, SubscriptionState before, SubscriptionStatus status, decimal mrr)
    {
        SubscriptionState after = new(status, mrr, before.Version + 1);
        _mrr += after.ActiveMrr - before.ActiveMrr;
        _pausedMrr += after.PausedMrr - before.PausedMrr;
        _running += (after.IsRunning ? 1 : 0) - (before.IsRunning ? 1 : 0);
        _subscriptions[subscription] = after;
    }
}
