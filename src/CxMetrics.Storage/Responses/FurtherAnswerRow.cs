using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Responses;

/// <summary>An answer after the first of its response.</summary>
internal class FurtherAnswerRow
{
    public long ResponseKey { get; set; }
    public string Question { get; set; } = "";
    public long Metric { get; set; }
    public long ScaleMinimum { get; set; }
    public long ScaleMaximum { get; set; }
    public long ScaleDirection { get; set; }
    public long Score { get; set; }

    public Answer ToAnswer() => StoredAnswer.From(Question, Metric, Score, ScaleMinimum, ScaleMaximum, ScaleDirection);
}
