namespace CxMetrics.Calculation.Revenue;

/// <summary>The customers of a period, as churn rates count them.</summary>
/// <param name="Opening">The customers active at the start.</param>
/// <param name="Losses">Those of them who are not active at the end, by reason.</param>
/// <param name="LossEvents">How often one of them left within the period; who left and came back counts here and not in the losses.</param>
/// <param name="Joined">The customers who paid for the first time within the period.</param>
public readonly record struct LogoCounts(long Opening, LossCounts Losses, long LossEvents, long Joined);
