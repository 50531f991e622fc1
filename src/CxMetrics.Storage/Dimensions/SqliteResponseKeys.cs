using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Dimensions;

/// <summary>Turns the names in a response into keys, and says whether its answers fit what is known of their questions.</summary>
internal sealed class SqliteResponseKeys(SqliteConnection connection) : IDisposable
{
    private readonly SqliteDimensionKeys _sources = new(connection, DimensionSql.Sources);
    private readonly SqliteDimensionKeys _surveys = new(connection, DimensionSql.Surveys);
    private readonly SqliteDimensionKeys _touchpoints = new(connection, DimensionSql.Touchpoints);
    private readonly SqliteDimensionKeys _channels = new(connection, DimensionSql.Channels);
    private readonly SqliteDimensionKeys _segments = new(connection, DimensionSql.Segments);
    private readonly SqliteDimensionKeys _customers = new(connection, DimensionSql.Customers);
    private readonly SqliteDimensionKeys _accounts = new(connection, DimensionSql.Accounts);
    private readonly SqliteQuestionKeys _questions = new(connection);

    /// <summary>Why the response cannot be stored; null when it can. Adds nothing, so that a refused response leaves no trace.</summary>
    public FactError? FindContradiction(SurveyResponse response)
    {
        if (response.Answers.Count == 0 || _surveys.Find(response.Survey) is not { } surveyKey)
        {
            return null;
        }

        for (int index = 0; index < response.Answers.Count; index++)
        {
            Answer answer = response.Answers[index];
            KnownQuestion? known = _questions.Find(surveyKey, answer.Question);
            if (known is not null && QuestionContradiction.Find(response.Survey, known, answer, index) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>The keys, with every new name added.</summary>
    public ResponseKeys FindOrAdd(SurveyResponse response)
    {
        long survey = _surveys.FindOrAdd(response.Survey);
        long[] questions = response.Answers.Count == 0 ? [] : new long[response.Answers.Count];
        for (int index = 0; index < questions.Length; index++)
        {
            questions[index] = _questions.FindOrAdd(survey, response.Answers[index]);
        }

        return new ResponseKeys(
            _sources.FindOrAdd(response.Source),
            survey,
            _touchpoints.FindOrAdd(response.Touchpoint),
            _channels.FindOrAdd(response.Channel),
            _segments.FindOrAdd(response.Segment),
            _customers.FindOrAdd(response.CustomerId),
            _accounts.FindOrAdd(response.AccountId),
            questions
        );
    }

    /// <summary>The key of a source; null when nothing ever came from it.</summary>
    public long? FindSource(string name) => _sources.Find(name);

    /// <summary>The key of a survey; null when there is none.</summary>
    public long? FindSurvey(string name) => _surveys.Find(name);

    /// <summary>The key of a survey, added when it is new.</summary>
    public long FindOrAddSurvey(string name) => _surveys.FindOrAdd(name);

    /// <summary>A question of a survey; null when there is none.</summary>
    public KnownQuestion? FindQuestion(long surveyKey, string name) => _questions.Find(surveyKey, name);

    /// <summary>Adds a question that does not exist; returns its key.</summary>
    public long AddQuestion(long surveyKey, string name, RatingMetric metric, RatingScale scale) =>
        _questions.Add(surveyKey, name, metric, scale);

    public void Dispose()
    {
        _sources.Dispose();
        _surveys.Dispose();
        _touchpoints.Dispose();
        _channels.Dispose();
        _segments.Dispose();
        _customers.Dispose();
        _accounts.Dispose();
        _questions.Dispose();
    }
}
