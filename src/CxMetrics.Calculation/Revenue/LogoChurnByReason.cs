namespace CxMetrics.Calculation.Revenue;

/// <summary>The churn rate split by reason; the three values add up to it.</summary>
/// <param name="Voluntary">The share of customers who decided to leave.</param>
/// <param name="Involuntary">The share of customers whose payment failed.</param>
/// <param name="Unknown">The share of customers lost for a reason that is not known.</param>
public readonly record struct LogoChurnByReason(Estimate Voluntary, Estimate Involuntary, Estimate Unknown);
