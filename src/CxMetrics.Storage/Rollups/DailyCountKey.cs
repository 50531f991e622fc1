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
        left.Question != right.Question ? left.Question.CompareTo(right.Question)
        : left.Level != right.Level ? ((int)left.Level).CompareTo((int)right.Level)
        : left.Day != right.Day ? left.Day.CompareTo(right.Day)
        : left.Touchpoint != right.Touchpoint ? left.Touchpoint.CompareTo(right.Touchpoint)
        : left.Channel != right.Channel ? left.Channel.CompareTo(right.Channel)
        : left.Segment.CompareTo(right.Segment);
}
