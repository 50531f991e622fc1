using CxMetrics.Domain.Surveys;

namespace CxMetrics.Domain.Statistics;

/// <summary>Sufficient statistics of the answers stored. It counts; it never computes a metric.</summary>
public interface IRatingStatisticsStore
{
    /// <summary>The counts of every period and group that has any.</summary>
    Task<RatingReading> ReadAsync(RatingStatisticsQuery query, CancellationToken cancellationToken);

    /// <summary>Every question with its scale, by survey and name.</summary>
    Task<IReadOnlyList<Question>> ListQuestionsAsync(CancellationToken cancellationToken);
}
