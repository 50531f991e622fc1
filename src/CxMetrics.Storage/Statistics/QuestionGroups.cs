using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Storage.Statistics;

/// <summary>Which questions count together: same scale, and same survey and name where the query keeps those apart.</summary>
internal sealed class QuestionGroups
{
    private readonly Dictionary<long, int> _groupOfQuestion = [];
    private readonly List<(RatingScale Scale, string? Survey, string? Question)> _groups = [];

    public QuestionGroups(IEnumerable<QuestionRow> questions, IReadOnlyList<Dimension> groupBy)
    {
        bool bySurvey = groupBy.Contains(Dimension.Survey);
        bool byQuestion = groupBy.Contains(Dimension.Question);
        var known = new Dictionary<(RatingScale, string?, string?), int>();
        foreach (QuestionRow question in questions)
        {
            (RatingScale, string?, string?) group = (
                question.Scale,
                bySurvey ? question.Survey : null,
                byQuestion ? question.Name : null
            );
            if (known.TryAdd(group, _groups.Count))
            {
                _groups.Add(group);
            }

            _groupOfQuestion.Add(question.QuestionKey, known[group]);
        }
    }

    public IReadOnlyCollection<long> QuestionKeys => _groupOfQuestion.Keys;

    public (RatingScale Scale, string? Survey, string? Question) this[int group] => _groups[group];

    public int Of(long questionKey) => _groupOfQuestion[questionKey];
}
