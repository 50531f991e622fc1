namespace CxMetrics.Ingestion.Validation;

/// <summary>The members of an answer and of its scale; their numbers are used as bits.</summary>
internal enum AnswerMember
{
    Question,
    Metric,
    Score,
    Scale,
    ScaleMinimum,
    ScaleMaximum,
    Direction,
}
