namespace CxMetrics.Calculation.Revenue;

/// <summary>The MRR of one customer over a period.</summary>
internal readonly record struct CustomerFlow(
    long Customer,
    MrrPosition Opening,
    MrrPosition Closing,
    decimal Gains,
    decimal Losses,
    decimal Reactivations
)
{
    /// <summary>Whether there is anything to report.</summary>
    public bool IsOfInterest => Opening.Mrr > 0 || Closing.Mrr > 0 || Gains > 0 || Losses > 0;

    /// <summary>The MRR at the end of somebody who had churned at the start.</summary>
    public decimal Reactivated => Opening.Standing == CustomerStanding.Churned ? Closing.Mrr : 0;

    /// <summary>With one more change.</summary>
    public CustomerFlow With(PositionChange change, MrrPosition position) =>
        this with
        {
            Closing = position,
            Gains =
                Gains
                + (
                    change.Kind is MrrMovementKind.New or MrrMovementKind.Expansion or MrrMovementKind.Reactivation
                        ? change.Amount
                        : 0
                ),
            Losses = Losses + (change.Kind is MrrMovementKind.Contraction or MrrMovementKind.Churn ? change.Amount : 0),
            Reactivations = Reactivations + (change.Kind == MrrMovementKind.Reactivation ? change.Amount : 0),
        };
}
