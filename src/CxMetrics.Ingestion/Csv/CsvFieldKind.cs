namespace CxMetrics.Ingestion.Csv;

/// <summary>What a field of a CSV file is part of.</summary>
internal enum CsvFieldKind
{
    /// <summary>A member of the response, such as <c>id</c>.</summary>
    Member,

    /// <summary>An attribute: <c>attributes.plan</c>.</summary>
    Attribute,

    /// <summary>Part of the one answer of the row: <c>metric</c>, <c>score</c>, <c>question</c>, <c>scaleMin</c> and so on.</summary>
    AnswerPart,

    /// <summary>The score of an answer: <c>csat</c>, or <c>csat:Seat comfort</c>.</summary>
    MetricScore,

    /// <summary>The scale of such an answer: <c>csat.scale</c>, or <c>csat:Seat comfort.scale</c>.</summary>
    MetricScale,
}
