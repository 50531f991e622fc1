using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Statistics;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Dimensions;

/// <summary>The questions of each survey with the metric and scale that their first answer fixed for ever.</summary>
internal sealed class SqlServerQuestionKeys
{
    private const int MostRemembered = 20_000;

    private const string SelectSql = """
        SELECT q.QuestionKey, s.Name AS Survey, q.Name, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection
        FROM @NewQuestions AS n
        JOIN Surveys AS s ON s.Name = n.Survey
        JOIN Questions AS q ON q.SurveyKey = s.SurveyKey AND q.Name = n.Name
        """;

    private static readonly SqlServerStatement FindAll = new(SelectSql, "NewQuestions");

    // Who is first fixes the question; whoever comes second reads what the first one fixed.
    private static readonly SqlServerStatement FindOrAddAll = new(
        $"""
        INSERT INTO Questions (SurveyKey, Name, Metric, ScaleMinimum, ScaleMaximum, ScaleDirection)
        SELECT s.SurveyKey, n.Name, n.Metric, n.ScaleMinimum, n.ScaleMaximum, n.ScaleDirection
        FROM @NewQuestions AS n
        JOIN Surveys AS s ON s.Name = n.Survey
        WHERE NOT EXISTS (SELECT 1 FROM Questions AS q WHERE q.SurveyKey = s.SurveyKey AND q.Name = n.Name)
        ORDER BY s.SurveyKey, n.Name
        OPTION (LOOP JOIN, MAXDOP 1);
        {SelectSql};
        """,
        "NewQuestions"
    );

    private readonly Remembered<(string Survey, string Name), KnownQuestion> _remembered = new(MostRemembered);

    /// <summary>Those of the questions that exist.</summary>
    public Dictionary<(string Survey, string Name), KnownQuestion> Find(
        SqlConnection connection,
        IEnumerable<(string Survey, Answer Answer)> asked
    )
    {
        var known = new Dictionary<(string, string), KnownQuestion>();
        var unknown = new Dictionary<(string, string), Answer>();
        foreach ((string survey, Answer answer) in asked)
        {
            (string, string) name = (survey, answer.Question);
            if (_remembered.TryFind(name, out KnownQuestion? question))
            {
                known[name] = question;
            }
            else
            {
                unknown.TryAdd(name, answer);
            }
        }

        if (unknown.Count > 0)
        {
            Read(connection, FindAll, unknown, known);
        }

        return known;
    }

    /// <summary>Adds questions as these answers fix them, and puts all into what is known, as it turned out.</summary>
    public void FindOrAdd(
        SqlConnection connection,
        Dictionary<(string Survey, string Name), Answer> fixedBy,
        Dictionary<(string Survey, string Name), KnownQuestion> known
    ) => Read(connection, FindOrAddAll, fixedBy, known);

    public void Forget() => _remembered.Clear();

    private void Read(
        SqlConnection connection,
        SqlServerStatement statement,
        Dictionary<(string Survey, string Name), Answer> asked,
        Dictionary<(string Survey, string Name), KnownQuestion> known
    )
    {
        SqlServerParameters parameters = new SqlServerParameters().Table("NewQuestions", ToRows(asked));
        foreach (QuestionRow row in connection.Query<QuestionRow>(statement, parameters))
        {
            var question = new KnownQuestion(row.QuestionKey, row.ToQuestion().Metric, row.Scale);
            known[(row.Survey, row.Name)] = question;
            _remembered.Remember((row.Survey, row.Name), question);
        }
    }

    private static SqlServerRows ToRows(Dictionary<(string Survey, string Name), Answer> asked)
    {
        var rows = new SqlServerRows(SqlServerRowType.Questions);
        foreach (((string survey, string name), Answer answer) in asked)
        {
            rows.Add(
                survey,
                name,
                (byte)answer.Metric,
                answer.Scale.Minimum,
                answer.Scale.Maximum,
                (byte)answer.Scale.Direction
            );
        }

        return rows;
    }
}
