using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Responses;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Dimensions;

/// <summary>Turns the names in a group into keys, and refuses responses that contradict what is known of their questions.</summary>
/// <remarks>One per process. All it adds is committed before the group's own transaction begins.</remarks>
internal sealed class SqlServerResponseKeys
{
    private readonly SqlServerDimensionKeys _sources = new(SqlServerDimensionSql.Sources);
    private readonly SqlServerDimensionKeys _surveys = new(SqlServerDimensionSql.Surveys);
    private readonly SqlServerDimensionKeys _touchpoints = new(SqlServerDimensionSql.Touchpoints);
    private readonly SqlServerDimensionKeys _channels = new(SqlServerDimensionSql.Channels);
    private readonly SqlServerDimensionKeys _segments = new(SqlServerDimensionSql.Segments);
    private readonly SqlServerDimensionKeys _customers = new(SqlServerDimensionSql.Customers);
    private readonly SqlServerDimensionKeys _accounts = new(SqlServerDimensionSql.Accounts);
    private readonly SqlServerQuestionKeys _questions = new();

    /// <summary>Gives every fact its keys or its refusal; adds the names of those that are not refused.</summary>
    public void Resolve(SqlConnection connection, IReadOnlyList<WriteFact> facts)
    {
        Dictionary<(string Survey, string Name), KnownQuestion> known = _questions.Find(
            connection,
            facts.SelectMany(fact => fact.Response.Answers.Select(answer => (fact.Response.Survey, answer)))
        );
        Dictionary<string, long> surveys;
        Dictionary<(string Survey, string Name), Answer> added;
        // A turn per race lost: another process may fix a new question otherwise, after which it is known and stays so.
        do
        {
            added = QuestionPlan.Make(facts, known);
            surveys = _surveys.FindOrAdd(connection, Accepted(facts).Select(response => response.Survey));
            if (added.Count > 0)
            {
                _questions.FindOrAdd(connection, added, known);
            }
        } while (added.Any(question => !known[question.Key].IsFixedBy(question.Value)));

        SetKeys(connection, facts, surveys, known);
    }

    /// <summary>Forgets what it knows, after a failure that nothing it knows explains.</summary>
    public void Forget()
    {
        SqlServerDimensionKeys[] all = [_sources, _surveys, _touchpoints, _channels, _segments, _customers, _accounts];
        Array.ForEach(all, dimension => dimension.Forget());
        _questions.Forget();
    }

    private static IEnumerable<SurveyResponse> Accepted(IEnumerable<WriteFact> facts) =>
        facts.Where(fact => fact.Refusal is null).Select(fact => fact.Response);

    private void SetKeys(
        SqlConnection connection,
        IReadOnlyList<WriteFact> facts,
        Dictionary<string, long> surveys,
        Dictionary<(string Survey, string Name), KnownQuestion> known
    )
    {
        SurveyResponse[] accepted = [.. Accepted(facts)];
        Dictionary<string, long> sources = _sources.FindOrAdd(connection, accepted.Select(fact => fact.Source));
        var touchpoints = _touchpoints.FindOrAdd(connection, accepted.Select(fact => fact.Touchpoint));
        var channels = _channels.FindOrAdd(connection, accepted.Select(fact => fact.Channel));
        var segments = _segments.FindOrAdd(connection, accepted.Select(fact => fact.Segment));
        var customers = _customers.FindOrAdd(connection, accepted.Select(fact => fact.CustomerId));
        var accounts = _accounts.FindOrAdd(connection, accepted.Select(fact => fact.AccountId));
        foreach (WriteFact fact in facts.Where(fact => fact.Refusal is null))
        {
            SurveyResponse response = fact.Response;
            fact.Keys = new ResponseKeys(
                sources[response.Source],
                surveys[response.Survey],
                Key(touchpoints, response.Touchpoint),
                Key(channels, response.Channel),
                Key(segments, response.Segment),
                Key(customers, response.CustomerId),
                Key(accounts, response.AccountId),
                [.. response.Answers.Select(answer => known[(response.Survey, answer.Question)].Key)]
            );
        }
    }

    private static long Key(Dictionary<string, long> keys, string? name) => name is null ? 0 : keys[name];
}
