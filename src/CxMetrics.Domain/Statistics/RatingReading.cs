namespace CxMetrics.Domain.Statistics;

/// <summary>What a read of counts found, over one snapshot of the store.</summary>
/// <param name="Rows">The counts of every period and group that has any, in no particular order.</param>
/// <param name="Units">What the rows count: one unit, or two where rows are kept apart by survey and the surveys differ in kind.</param>
public sealed record RatingReading(IReadOnlyList<RatingStatistics> Rows, IReadOnlyList<UnitOfAnalysis> Units)
{
    /// <summary>A relationship survey and a transactional one that would share a row, so that nothing was read; null when there are none.</summary>
    public MixedSurveyKinds? MixedKinds { get; init; }
}
