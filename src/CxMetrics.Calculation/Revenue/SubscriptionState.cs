namespace CxMetrics.Calculation.Revenue;

/// <summary>What a subscription is at the moment.</summary>
/// <param name="Status">Its status; a subscription that is not known yet has ended.</param>
/// <param name="Mrr">Its MRR, paused or not.</param>
/// <param name="Version">How often it has changed, by which an outdated end of a pause is told.</param>
internal readonly record struct SubscriptionState(SubscriptionStatus Status, decimal Mrr, int Version)
{
    /// <summary>A subscription before its first change.</summary>
    public static SubscriptionState Unknown { get; } = new(SubscriptionStatus.Cancelled, 0, 0);

    /// <summary>Whether it makes its owner stay a customer.</summary>
    public bool IsRunning => Status is SubscriptionStatus.Active or SubscriptionStatus.Paused;

    /// <summary>The MRR it adds.</summary>
    public decimal ActiveMrr => Status == SubscriptionStatus.Active ? Mrr : 0;

    /// <summary>The MRR it has on hold.</summary>
    public decimal PausedMrr => Status == SubscriptionStatus.Paused ? Mrr : 0;
}
