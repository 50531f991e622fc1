using CxMetrics.Calculation;

namespace CxMetrics.Domain.Statistics;

/// <summary>The answers of one account in a row.</summary>
/// <param name="Account">A number that the rows of one read share for the same account; 0 for answers without one, each of which stands alone.</param>
/// <param name="Distribution">The counts.</param>
public sealed record AccountAnswers(long Account, RatingDistribution Distribution);
