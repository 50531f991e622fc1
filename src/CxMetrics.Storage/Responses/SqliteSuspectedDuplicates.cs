using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

/// <summary>Looks for responses with the content of another: a walk along the few answers of a customer within seconds.</summary>
internal sealed class SqliteSuspectedDuplicates(SqliteConnection connection) : IDisposable
{
    private const string SelectMatches = """
        SELECT ResponseKey, HasDetails, RespondedAt, RecordedAt
        FROM Responses
        WHERE CustomerKey = @CustomerKey AND RespondedAt >= @Earliest AND RespondedAt <= @Latest
            AND SurveyKey = @SurveyKey AND Test = 0 AND HasMoreAnswers = @HasMoreAnswers
            AND COALESCE(QuestionKey, 0) = @QuestionKey AND COALESCE(Score, 0) = @Score
            AND COALESCE(TouchpointKey, 0) = @TouchpointKey AND COALESCE(ChannelKey, 0) = @ChannelKey
            AND COALESCE(SegmentKey, 0) = @SegmentKey

        """;

    private const string EarlierSql = SelectMatches + "AND ResponseKey < @ResponseKey";

    private const string LaterSql =
        SelectMatches + "AND ResponseKey > @ResponseKey AND SuspectedDuplicate = 1 ORDER BY ResponseKey";

    private const string CommentSql =
        "SELECT COALESCE(Comment, '') FROM ResponseDetails WHERE ResponseKey = @ResponseKey";

    private const string AnswersSql = """
        SELECT QuestionKey, Score FROM FurtherAnswers WHERE ResponseKey = @ResponseKey ORDER BY Ordinal
        """;

    private readonly SqliteStatement _earlier = new(connection, EarlierSql);
    private readonly SqliteStatement _later = new(connection, LaterSql);
    private readonly SqliteStatement _comment = new(connection, CommentSql);
    private readonly SqliteStatement _answers = new(connection, AnswersSql);

    /// <summary>Whether a response recorded before <paramref name="responseKey"/> says the same.</summary>
    public bool HasOriginal(SurveyResponse response, in ResponseKeys keys, long responseKey, long respondedAt)
    {
        if (!SuspectedDuplicates.Concerns(response))
        {
            return false;
        }

        Bind(_earlier, response, keys, responseKey, respondedAt);
        bool found = false;
        while (!found && _earlier.Step())
        {
            found = HasRestOf(response, keys, _earlier.Int64(0), _earlier.Int64(1) != 0);
        }

        _earlier.Reset();
        return found;
    }

    /// <summary>Those suspected because they say the same as a response that was recorded before them.</summary>
    public List<SuspectedDuplicate> FindDependants(SurveyResponse response, in ResponseKeys keys, long responseKey)
    {
        var found = new List<SuspectedDuplicate>();
        if (!SuspectedDuplicates.Concerns(response))
        {
            return found;
        }

        Bind(_later, response, keys, responseKey, Microseconds.FromInstant(response.RespondedAt));
        while (_later.Step())
        {
            if (HasRestOf(response, keys, _later.Int64(0), _later.Int64(1) != 0))
            {
                found.Add(new SuspectedDuplicate(_later.Int64(0), _later.Int64(2), _later.Int64(3)));
            }
        }

        _later.Reset();
        return found;
    }

    public void Dispose()
    {
        _earlier.Dispose();
        _later.Dispose();
        _comment.Dispose();
        _answers.Dispose();
    }

    private static void Bind(
        SqliteStatement statement,
        SurveyResponse response,
        in ResponseKeys keys,
        long responseKey,
        long respondedAt
    )
    {
        bool hasAnswer = keys.Questions.Length > 0;
        statement
            .Bind(1, keys.Customer)
            .Bind(2, respondedAt - SuspectedDuplicates.Tolerance)
            .Bind(3, respondedAt + SuspectedDuplicates.Tolerance)
            .Bind(4, keys.Survey)
            .Bind(5, keys.Questions.Length > 1 ? 1 : 0)
            .Bind(6, hasAnswer ? keys.Questions[0] : 0)
            .Bind(7, hasAnswer ? response.Answers[0].Score : 0)
            .Bind(8, keys.Touchpoint)
            .Bind(9, keys.Channel)
            .Bind(10, keys.Segment)
            .Bind(11, responseKey);
    }

    private bool HasRestOf(SurveyResponse response, in ResponseKeys keys, long responseKey, bool hasDetails) =>
        HasComment(response.Comment ?? "", responseKey, hasDetails)
        && (keys.Questions.Length < 2 || HasFurtherAnswers(response, keys, responseKey));

    private bool HasComment(string comment, long responseKey, bool hasDetails)
    {
        string stored = hasDetails && _comment.Bind(1, responseKey).Step() ? _comment.Text(0) : "";
        _comment.Reset();
        return string.Equals(stored, comment, StringComparison.Ordinal);
    }

    private bool HasFurtherAnswers(SurveyResponse response, in ResponseKeys keys, long responseKey)
    {
        _answers.Bind(1, responseKey);
        int ordinal = 1;
        bool equal = true;
        while (equal && _answers.Step())
        {
            equal =
                ordinal < keys.Questions.Length
                && _answers.Int64(0) == keys.Questions[ordinal]
                && _answers.Int64(1) == response.Answers[ordinal].Score;
            ordinal++;
        }

        _answers.Reset();
        return equal && ordinal == keys.Questions.Length;
    }
}
