namespace CxMetrics.Calculation.Monitoring;

/// <summary>One point of a CUSUM chart, in sigmas.</summary>
/// <param name="Value">The value's distance from the target.</param>
/// <param name="UpperSum">What has piled up above the target, 0 or more.</param>
/// <param name="LowerSum">What has piled up below it, 0 or less.</param>
/// <param name="IsHigh">Whether the upper sum exceeds the decision interval: the mean has risen.</param>
/// <param name="IsLow">Whether the lower sum does: the mean has fallen.</param>
public readonly record struct CusumPoint(double Value, double UpperSum, double LowerSum, bool IsHigh, bool IsLow);
