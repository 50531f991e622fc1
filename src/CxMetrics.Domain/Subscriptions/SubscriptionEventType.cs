namespace CxMetrics.Domain.Subscriptions;

/// <summary>What happened to a subscription.</summary>
public enum SubscriptionEventType
{
    /// <summary>It began, on trial or paid.</summary>
    Started,

    /// <summary>Its price, plan or segment changed, or a trial became paid.</summary>
    Changed,

    /// <summary>A term ended and the next one began.</summary>
    Renewed,

    /// <summary>It is on hold: no payment, not lost yet.</summary>
    Paused,

    /// <summary>It goes on after a pause.</summary>
    Resumed,

    /// <summary>It ended.</summary>
    Cancelled,
}
