namespace CxMetrics.Calculation.Revenue;

/// <summary>A subscription is something else from a day on.</summary>
public readonly record struct SubscriptionChange
{
    /// <summary>Creates the change.</summary>
    /// <param name="customer">The customer, by any number that identifies it.</param>
    /// <param name="subscription">The subscription, by any number that identifies it among those of the customer.</param>
    /// <param name="date">The day it takes effect, in the reporting zone.</param>
    /// <param name="status">What it is from then on.</param>
    /// <param name="mrr">The MRR from then on, 0 to ten trillion, to a millionth. Counts for an active subscription only.</param>
    /// <param name="reason">Why it ended, when it did.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or beyond ten trillion, or the status or the reason is unknown.</exception>
    public SubscriptionChange(
        long customer,
        long subscription,
        DateOnly date,
        SubscriptionStatus status,
        decimal mrr = 0,
        LossReason reason = LossReason.Unknown
    )
    {
        if (!Enum.IsDefined(status))
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status.");
        }

        if (!Enum.IsDefined(reason))
        {
            throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason.");
        }

        Customer = customer;
        Subscription = subscription;
        Date = date;
        Status = status;
        Mrr = MrrAmount.Of(mrr, nameof(mrr));
        Reason = reason;
    }

    /// <summary>The customer.</summary>
    public long Customer { get; }

    /// <summary>The subscription.</summary>
    public long Subscription { get; }

    /// <summary>The day it takes effect.</summary>
    public DateOnly Date { get; }

    /// <summary>What it is from then on.</summary>
    public SubscriptionStatus Status { get; }

    /// <summary>The MRR from then on.</summary>
    public decimal Mrr { get; }

    /// <summary>Why it ended, when it did.</summary>
    public LossReason Reason { get; }
}
