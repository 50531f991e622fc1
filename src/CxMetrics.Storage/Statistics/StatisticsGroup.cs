namespace CxMetrics.Storage.Statistics;

/// <summary>What is kept apart while rows of daily counts are added up: key 0 where a dimension has no value or is not grouped by.</summary>
internal readonly record struct StatisticsGroup(
    int Period,
    int QuestionGroup,
    long Touchpoint,
    long Channel,
    long Segment
);
