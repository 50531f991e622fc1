namespace CxMetrics.Calculation.Revenue;

/// <summary>The MRR of each customer over a period, in the form the rates take: one entry per customer in every list, in the same order.</summary>
/// <param name="Customers">The customers that had MRR at the start or the end, or moved between.</param>
/// <param name="Start">The MRR at the start.</param>
/// <param name="End">The MRR at the end; 0 on hold.</param>
/// <param name="Gains">New, expansion and reactivation within the period.</param>
/// <param name="Losses">Contraction and churn within the period.</param>
/// <param name="Reactivations">The part of the gains that is reactivation.</param>
/// <param name="Reactivated">The MRR at the end of those that had churned at the start; 0 for all others.</param>
public sealed record CustomerFlows(
    IReadOnlyList<long> Customers,
    ReadOnlyMemory<double> Start,
    ReadOnlyMemory<double> End,
    ReadOnlyMemory<double> Gains,
    ReadOnlyMemory<double> Losses,
    ReadOnlyMemory<double> Reactivations,
    ReadOnlyMemory<double> Reactivated
);
