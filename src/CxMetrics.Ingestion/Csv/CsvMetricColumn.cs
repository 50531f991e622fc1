using System.Text;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Ingestion.Csv;

/// <summary>The columns of one metric's answer.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Field">The field of the score, which names the scale's as well.</param>
/// <param name="Question">The question as UTF-8; empty for the metric's own.</param>
/// <param name="Score">Where the score comes from.</param>
/// <param name="OwnScale">Where the scale comes from; null for none.</param>
/// <param name="SharedScale">Where the scale comes from when the answer's own is missing or empty; null for none.</param>
internal sealed record CsvMetricColumn(
    RatingMetric Metric,
    string Field,
    byte[] Question,
    CsvSource Score,
    CsvSource? OwnScale,
    CsvSource? SharedScale
)
{
    public static byte[] QuestionOf(CsvField field) => Encoding.UTF8.GetBytes(field.Question ?? "");
}
