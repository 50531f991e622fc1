using CxMetrics.Domain.Surveys;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Csv;

/// <summary>A field that a column, or a constant, can be.</summary>
/// <param name="Kind">What it is part of; says which of the others have a meaning.</param>
/// <param name="Name">The field as written; the attribute's own name for an attribute.</param>
/// <param name="Member">Of a response.</param>
/// <param name="Part">Of the one answer of a row.</param>
/// <param name="Metric">Of a metric's column.</param>
/// <param name="Question">Of a metric's column; null for the metric's own.</param>
internal sealed record CsvField(
    CsvFieldKind Kind,
    string Name,
    ResponseMember Member = default,
    AnswerMember Part = default,
    RatingMetric Metric = default,
    string? Question = null
)
{
    private const string AttributePrefix = "attributes.";
    private const string ScaleSuffix = ".scale";

    /// <summary>Reads the name of a field.</summary>
    /// <returns>The field; null when there is none of that name.</returns>
    public static CsvField? Find(string name)
    {
        if (ResponseMembers.Names.TryFind(name, out ResponseMember member))
        {
            // In a flat file these two are spread over columns of their own.
            bool isFlat = member is not (ResponseMember.Answers or ResponseMember.Attributes);
            return isFlat ? new CsvField(CsvFieldKind.Member, name, Member: member) : null;
        }

        if (AnswerMembers.ColumnNames.TryFind(name, out AnswerMember part))
        {
            return new CsvField(CsvFieldKind.AnswerPart, name, Part: part);
        }

        if (name.StartsWith(AttributePrefix, StringComparison.Ordinal) && name.Length > AttributePrefix.Length)
        {
            return new CsvField(CsvFieldKind.Attribute, name[AttributePrefix.Length..]);
        }

        return name.EndsWith(ScaleSuffix, StringComparison.Ordinal)
            ? FindMetric(name, name[..^ScaleSuffix.Length], CsvFieldKind.MetricScale)
            : FindMetric(name, name, CsvFieldKind.MetricScore);
    }

    private static CsvField? FindMetric(string name, string answer, CsvFieldKind kind)
    {
        int colon = answer.IndexOf(':', StringComparison.Ordinal);
        string metricName = colon < 0 ? answer : answer[..colon];
        string? question = colon < 0 ? null : answer[(colon + 1)..].Trim();
        return MetricNames.TryFind(metricName, out RatingMetric metric) && question is not ""
            ? new CsvField(kind, name, Metric: metric, Question: question)
            : null;
    }
}
