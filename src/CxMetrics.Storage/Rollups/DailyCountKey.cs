namespace CxMetrics.Storage.Rollups;

/// <summary>The key of a row of daily counts, in the order of the table. Key 0 of a dimension: none, or not kept on this level.</summary>
internal readonly record struct DailyCountKey(
    long Question,
    CountLevel Level,
    int Day,
    long Touchpoint,
    long Channel,
    long Segment
)
{
    /// <summary>The row of a level that counts what this row counts.</summary>
    public DailyCountKey On(CountLevel level) =>
        level switch
        {
            CountLevel.Total => new DailyCountKey(Question, level, Day, 0, 0, 0),
            CountLevel.ByTouchpoint => new DailyCountKey(Question, level, Day, Touchpoint, 0, 0),
            CountLevel.ByChannel => new DailyCountKey(Question, level, Day, 0, Channel, 0),
            CountLevel.BySegment => new DailyCountKey(Question, level, Day, 0, 0, Segment),
            CountLevel.ByAll => this,
        };

    /// <summary>The order of the table's primary key.</summary>
    public static int Compare(DailyCountKey left, DailyCountKey right) =>
        (left.Question, left.Level, left.Day, left.Touchpoint, left.Channel, left.Segment).CompareTo(
            (right.Question, right.Level, right.Day, right.Touchpoint, right.Channel, right.Segment)
        );
}
