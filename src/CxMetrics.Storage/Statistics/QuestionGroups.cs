using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Statistics;

/// <summary>Which questions count together: same scale and thresholds, and same survey and name where the query keeps those apart.</summary>
internal sealed class QuestionGroups
{
    private readonly Dictionary<long, int> _groupOfQuestion = [];
    private readonly List<QuestionGroup> _groups = [];

    public QuestionGroups(IEnumerable<QuestionRow> questions, IReadOnlyList<Dimension> groupBy)
    {
        bool bySurvey = groupBy.Contains(Dimension.Survey);
        bool byQuestion = groupBy.Contains(Dimension.Question);
        var rows = new Dictionary<(RatingScale, string?, string?), int>();
        var known = new Dictionary<(int Row, QuestionThresholds), int>();
        foreach (QuestionRow question in questions)
        {
            string? survey = bySurvey ? question.Survey : null;
            string? name = byQuestion ? question.Name : null;
            rows.TryAdd((question.Scale, survey, name), rows.Count);
            int row = rows[(question.Scale, survey, name)];
            if (known.TryAdd((row, question.Thresholds), _groups.Count))
            {
                _groups.Add(new QuestionGroup(row, question.Scale, question.Thresholds, survey, name));
            }

            _groupOfQuestion.Add(question.QuestionKey, known[(row, question.Thresholds)]);
        }
    }

    public IReadOnlyCollection<long> QuestionKeys => _groupOfQuestion.Keys;

    public QuestionGroup this[int group] => _groups[group];

    public int Of(long questionKey) => _groupOfQuestion[questionKey];

    /// <summary>The group of a question; null when the query does not ask for it.</summary>
    public int? Find(long questionKey) => _groupOfQuestion.TryGetValue(questionKey, out int group) ? group : null;
}
