namespace CxMetrics.Calculation.Revenue;

/// <summary>What a subscription is from a day on.</summary>
public enum SubscriptionStatus
{
    /// <summary>On trial: no MRR, and no customer yet.</summary>
    Trial,

    /// <summary>Running, with an MRR that may be 0 (a free plan, a full discount).</summary>
    Active,

    /// <summary>On hold. Keeps the MRR it had; lost when it is not resumed within the grace period.</summary>
    Paused,

    /// <summary>Ended.</summary>
    Cancelled,
}
