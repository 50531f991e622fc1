using CxMetrics.Storage.Dimensions;

namespace CxMetrics.Storage.Responses;

/// <summary>The row as SQL Server returns it: its times are dates in UTC, and a writer also needs the keys it was counted under.</summary>
internal sealed class SqlServerResponseRow : ResponseRow
{
    public DateTime RespondedAtUtc
    {
        get => Microseconds.ToInstant(RespondedAt).UtcDateTime;
        set => RespondedAt = Microseconds.FromInstant(new DateTimeOffset(value, TimeSpan.Zero));
    }

    public DateTime RecordedAtUtc
    {
        get => Microseconds.ToInstant(RecordedAt).UtcDateTime;
        set => RecordedAt = Microseconds.FromInstant(new DateTimeOffset(value, TimeSpan.Zero));
    }

    public long SourceKey { get; set; }
    public long SurveyKey { get; set; }
    public long QuestionKey { get; set; }
    public long TouchpointKey { get; set; }
    public long ChannelKey { get; set; }
    public long SegmentKey { get; set; }
    public long CustomerKey { get; set; }
    public long AccountKey { get; set; }

    /// <summary>The keys of what it names.</summary>
    public ResponseKeys ToKeys(IEnumerable<SqlServerFurtherAnswerRow> further) =>
        new(
            SourceKey,
            SurveyKey,
            TouchpointKey,
            ChannelKey,
            SegmentKey,
            CustomerKey,
            AccountKey,
            QuestionKey == 0 ? [] : [QuestionKey, .. further.Select(answer => answer.QuestionKey)]
        );
}
