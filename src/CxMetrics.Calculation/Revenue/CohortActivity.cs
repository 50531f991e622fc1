namespace CxMetrics.Calculation.Revenue;

/// <summary>One customer was active in one period.</summary>
/// <param name="Customer">The customer, by any number that identifies it.</param>
/// <param name="Cohort">The period that the customer's cohort is named after, usually its first. Periods are numbered without gaps.</param>
/// <param name="Period">The period of the activity, not before the cohort.</param>
public readonly record struct CohortActivity(long Customer, int Cohort, int Period);
