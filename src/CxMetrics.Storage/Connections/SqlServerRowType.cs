using System.Data;
using CxMetrics.Calculation;
using Microsoft.Data.SqlClient.Server;

namespace CxMetrics.Storage.Connections;

/// <summary>A table type of the schema with its columns in order. A test compares them with the migrations.</summary>
internal sealed record SqlServerRowType(string Name, params SqlMetaData[] Columns)
{
    private static readonly SqlMetaData[] Counters =
    [
        .. Enumerable.Range(0, RatingScale.MaximumPoints).Select(step => Int($"Score{step}")),
        Int("TestAnswers"),
        Int("ErasedAnswers"),
        Int("SuspectedDuplicateAnswers"),
    ];

    public static SqlServerRowType Responses { get; } =
        new(
            "ResponseRows",
            BigInt("ResponseKey"),
            Int("SourceKey"),
            Text("Id"),
            Int("SurveyKey"),
            Int("QuestionKey"),
            Int("Score"),
            Int("TouchpointKey"),
            Int("ChannelKey"),
            Int("SegmentKey"),
            BigInt("CustomerKey"),
            BigInt("AccountKey"),
            Instant("RespondedAt"),
            Instant("RecordedAt"),
            Bit("Complete"),
            Bit("Test"),
            Bit("HasMoreAnswers"),
            Bit("HasDetails")
        );

    public static SqlServerRowType Answers { get; } =
        new("AnswerRows", BigInt("ResponseKey"), Int("Ordinal"), Int("QuestionKey"), Int("Score"));

    public static SqlServerRowType Details { get; } =
        new("DetailRows", BigInt("ResponseKey"), LongText("Comment"), Text("Locale"), LongText("Attributes"));

    public static SqlServerRowType Counts { get; } =
        new(
            "CountRows",
            [
                Int("QuestionKey"),
                TinyInt("Level"),
                Int("Day"),
                Int("TouchpointKey"),
                Int("ChannelKey"),
                Int("SegmentKey"),
                .. Counters,
            ]
        );

    public static SqlServerRowType Questions { get; } =
        new(
            "QuestionRows",
            Text("Survey"),
            Text("Name"),
            TinyInt("Metric"),
            Int("ScaleMinimum"),
            Int("ScaleMaximum"),
            TinyInt("ScaleDirection")
        );

    public static SqlServerRowType Names { get; } = new("NameRows", Text("Name"));

    public static SqlServerRowType Keys { get; } = new("KeyRows", BigInt("RowKey"));

    public static SqlServerRowType DayRanges { get; } = new("DayRangeRows", Int("FirstDay"), Int("EndDay"));

    private static SqlMetaData Bit(string name) => new(name, SqlDbType.Bit);

    private static SqlMetaData TinyInt(string name) => new(name, SqlDbType.TinyInt);

    private static SqlMetaData Int(string name) => new(name, SqlDbType.Int);

    private static SqlMetaData BigInt(string name) => new(name, SqlDbType.BigInt);

    private static SqlMetaData Text(string name) => new(name, SqlDbType.NVarChar, SqlServerParameters.NameLength);

    private static SqlMetaData LongText(string name) => new(name, SqlDbType.NVarChar, SqlMetaData.Max);

    private static SqlMetaData Instant(string name) => new(name, SqlDbType.DateTime2, precision: 0, scale: 6);
}
