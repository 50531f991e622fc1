namespace CxMetrics.Calculation.Revenue;

/// <summary>An activity without its customer.</summary>
internal readonly record struct CohortPeriod(int Cohort, int Period);
