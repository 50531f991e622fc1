namespace CxMetrics.Calculation.Monitoring;

/// <summary>One point of a control chart.</summary>
/// <param name="Value">The plotted value; null for a gap, where nothing was counted.</param>
/// <param name="Lower">The lower limit; null where there is none.</param>
/// <param name="Center">The centre line; null where the baseline has no data.</param>
/// <param name="Upper">The upper limit; null where there is none.</param>
/// <param name="Signals">The rules that this point completes; <see cref="ChartRules.None"/> for a point in control.</param>
public readonly record struct ChartPoint(
    double? Value,
    double? Lower,
    double? Center,
    double? Upper,
    ChartRules Signals
);
