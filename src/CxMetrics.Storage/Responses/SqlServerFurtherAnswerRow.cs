namespace CxMetrics.Storage.Responses;

/// <summary>An answer after the first, with the key it was counted under.</summary>
internal sealed class SqlServerFurtherAnswerRow : FurtherAnswerRow
{
    public long QuestionKey { get; set; }
}
