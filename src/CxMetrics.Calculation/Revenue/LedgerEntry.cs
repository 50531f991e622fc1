namespace CxMetrics.Calculation.Revenue;

/// <summary>A position of one customer from a day on.</summary>
/// <param name="Day">The number of the day.</param>
/// <param name="Position">The position at its end.</param>
/// <param name="Reason">Why the last subscription ended, when the customer has churned.</param>
internal readonly record struct LedgerEntry(int Day, MrrPosition Position, LossReason Reason)
{
    /// <summary>Whether the customer is active.</summary>
    public bool IsActive => Position.Standing == CustomerStanding.Active;
}
