using CxMetrics.Calculation;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Dimensions;

/// <summary>The questions of each survey with the metric and scale that their first answer fixed for ever.</summary>
internal sealed class SqliteQuestionKeys(SqliteConnection connection) : IDisposable
{
    private const int MostRemembered = 20_000;

    private const string FindSql = """
        SELECT QuestionKey, Metric, ScaleMinimum, ScaleMaximum, ScaleDirection
        FROM Questions
        WHERE SurveyKey = @SurveyKey AND Name = @Name
        """;

    private const string InsertSql = """
        INSERT INTO Questions (SurveyKey, Name, Metric, ScaleMinimum, ScaleMaximum, ScaleDirection)
        VALUES (@SurveyKey, @Name, @Metric, @ScaleMinimum, @ScaleMaximum, @ScaleDirection)
        """;

    private readonly Dictionary<(long Survey, string Name), KnownQuestion> _remembered = [];
    private readonly SqliteStatement _find = new(connection, FindSql);
    private readonly SqliteStatement _insert = new(connection, InsertSql);

    /// <summary>A question that exists; null when there is none.</summary>
    public KnownQuestion? Find(long surveyKey, string name)
    {
        if (_remembered.TryGetValue((surveyKey, name), out KnownQuestion? remembered))
        {
            return remembered;
        }

        KnownQuestion? found = _find.Bind(1, surveyKey).Bind(2, name).Step() ? ReadQuestion() : null;
        _find.Reset();
        return found is null ? null : Remember(surveyKey, name, found);
    }

    /// <summary>The key of the question that an answer belongs to; added, and fixed, when this is its first answer.</summary>
    public long FindOrAdd(long surveyKey, Answer answer) =>
        Find(surveyKey, answer.Question) is { } known
            ? known.Key
            : Add(surveyKey, answer.Question, answer.Metric, answer.Scale);

    /// <summary>Adds a question that does not exist; its metric and scale are fixed from now on.</summary>
    public long Add(long surveyKey, string name, RatingMetric metric, RatingScale scale)
    {
        _insert
            .Bind(1, surveyKey)
            .Bind(2, name)
            .Bind(3, (long)metric)
            .Bind(4, scale.Minimum)
            .Bind(5, scale.Maximum)
            .Bind(6, (long)scale.Direction)
            .Execute();
        return Remember(surveyKey, name, new KnownQuestion(_insert.LastInsertedKey, metric, scale)).Key;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
    }

    private KnownQuestion ReadQuestion()
    {
        var scale = new RatingScale((int)_find.Int64(2), (int)_find.Int64(3), (ScaleDirection)_find.Int64(4));
        return new KnownQuestion(_find.Int64(0), (RatingMetric)_find.Int64(1), scale);
    }

    private KnownQuestion Remember(long surveyKey, string name, KnownQuestion question)
    {
        if (_remembered.Count >= MostRemembered)
        {
            _remembered.Clear();
        }

        _remembered[(surveyKey, name)] = question;
        return question;
    }
}
