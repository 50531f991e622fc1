using CxMetrics.Domain.Statistics;

namespace CxMetrics.Storage.Statistics;

/// <summary>What is kept apart while rows of daily counts are added up: key 0 where a dimension has no value or is not grouped by.</summary>
internal readonly record struct StatisticsGroup(
    int Period,
    int QuestionGroup,
    long Touchpoint,
    long Channel,
    long Segment
)
{
    /// <summary>The key in a dimension of daily counts.</summary>
    public long KeyOf(Dimension dimension) =>
        dimension switch
        {
            Dimension.Touchpoint => Touchpoint,
            Dimension.Channel => Channel,
            Dimension.Segment => Segment,
            Dimension.Survey or Dimension.Question => throw new ArgumentOutOfRangeException(
                nameof(dimension),
                dimension,
                "Survey and question are known from the question, not from a key."
            ),
        };
}
