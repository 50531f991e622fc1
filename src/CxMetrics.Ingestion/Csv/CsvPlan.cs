using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Csv;

/// <summary>Where each field of a response comes from in one file.</summary>
internal sealed class CsvPlan
{
    public Dictionary<ResponseMember, CsvSource> Members { get; } = [];

    public Dictionary<string, CsvSource> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The parts of the one answer of a row; empty when the file has a column per metric.</summary>
    public Dictionary<AnswerMember, CsvSource> Answer { get; } = [];

    public List<CsvMetricColumn> Metrics { get; } = [];

    /// <summary>Columns that nothing is taken from.</summary>
    public List<string> Ignored { get; } = [];
}
