namespace CxMetrics.Calculation.Survival;

/// <summary>What is known about one point in time after the start.</summary>
/// <param name="Time">The time, in the unit of the durations.</param>
/// <param name="Estimate">The share at that time with its interval.</param>
/// <param name="AtRisk">How many had entered before that time and had not left before it: the number the estimate rests on from here on.</param>
public readonly record struct EstimateAtTime(double Time, Estimate Estimate, int AtRisk);
