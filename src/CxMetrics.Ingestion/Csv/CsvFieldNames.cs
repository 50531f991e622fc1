using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Csv;

/// <summary>Calls the parts of a response by the columns they come from.</summary>
internal sealed class CsvFieldNames : IResponseFieldNames
{
    private readonly List<CsvMetricColumn?> _answers = [];

    public CsvPlan Plan { get; set; } = new();

    public void Clear() => _answers.Clear();

    /// <summary>Says where the next answer of the row comes from.</summary>
    /// <param name="column">The metric's column; null for the columns of a single answer.</param>
    public void BeginAnswer(CsvMetricColumn? column) => _answers.Add(column);

    public string Of(ResponseMember member)
    {
        if (member != ResponseMember.Answers)
        {
            return Plan.Members.TryGetValue(member, out CsvSource? source)
                ? source.Name
                : ResponseMembers.Names[member];
        }

        return Plan.Answer.ContainsKey(AnswerMember.Score)
            ? NameOfPart(AnswerMember.Score)
            : Plan.Metrics[0].Score.Name;
    }

    public string OfAnswer(int answer, AnswerMember member)
    {
        CsvMetricColumn? column = _answers[answer];
        if (column is null)
        {
            return NameOfPart(member);
        }

        return member is AnswerMember.Question or AnswerMember.Metric or AnswerMember.Score
            ? column.Score.Name
            : (column.OwnScale ?? column.SharedScale)?.Name ?? $"{column.Field}.scale";
    }

    public string OfAttribute(string name) =>
        Plan.Attributes.TryGetValue(name, out CsvSource? source) ? source.Name : $"attributes.{FactText.Show(name)}";

    private string NameOfPart(AnswerMember member) =>
        Plan.Answer.TryGetValue(member, out CsvSource? source) ? source.Name : AnswerMembers.ColumnNames[member];
}
