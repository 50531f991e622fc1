using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

/// <summary>Writes a revision of a response: one narrow row, and more only for what few responses have.</summary>
internal sealed class SqliteResponseInserts(SqliteConnection connection) : IDisposable
{
    private const string InsertSql = """
        INSERT INTO Responses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails,
            SuspectedDuplicate)
        VALUES (
            @ResponseKey, @SourceKey, @Id, @SurveyKey, @QuestionKey, @Score, @TouchpointKey, @ChannelKey, @SegmentKey,
            @CustomerKey, @AccountKey, @RespondedAt, @RecordedAt, @Complete, @Test, @HasMoreAnswers, @HasDetails,
            @SuspectedDuplicate)
        ON CONFLICT (SourceKey, Id) DO NOTHING
        """;

    private const string InsertAnswerSql = """
        INSERT INTO FurtherAnswers (ResponseKey, Ordinal, QuestionKey, Score)
        VALUES (@ResponseKey, @Ordinal, @QuestionKey, @Score)
        """;

    private const string InsertDetailsSql = """
        INSERT INTO ResponseDetails (ResponseKey, Comment, Locale, Attributes)
        VALUES (@ResponseKey, @Comment, @Locale, @Attributes)
        """;

    private readonly SqliteStatement _insert = new(connection, InsertSql);
    private readonly SqliteStatement _insertAnswer = new(connection, InsertAnswerSql);
    private readonly SqliteStatement _insertDetails = new(connection, InsertDetailsSql);

    /// <summary>Writes the revision; false, with nothing written, when its source and id have a current revision already.</summary>
    public bool TryInsert(
        long responseKey,
        SurveyResponse response,
        in ResponseKeys keys,
        long recordedAt,
        bool isSuspectedDuplicate
    )
    {
        bool hasDetails =
            response.Comment is not null || response.Locale is not null || response.Attributes is not null;
        if (!TryInsertRow(responseKey, response, keys, recordedAt, hasDetails, isSuspectedDuplicate))
        {
            return false;
        }

        for (int ordinal = 1; ordinal < response.Answers.Count; ordinal++)
        {
            InsertAnswer(responseKey, ordinal, keys.Questions[ordinal], response.Answers[ordinal].Score);
        }

        if (hasDetails)
        {
            InsertDetails(responseKey, response);
        }

        return true;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _insertAnswer.Dispose();
        _insertDetails.Dispose();
    }

    private bool TryInsertRow(
        long responseKey,
        SurveyResponse response,
        in ResponseKeys keys,
        long recordedAt,
        bool hasDetails,
        bool isSuspectedDuplicate
    )
    {
        _insert
            .Bind(1, responseKey)
            .Bind(2, keys.Source)
            .Bind(3, response.Id)
            .Bind(4, keys.Survey)
            .BindKey(7, keys.Touchpoint)
            .BindKey(8, keys.Channel)
            .BindKey(9, keys.Segment)
            .BindKey(10, keys.Customer)
            .BindKey(11, keys.Account)
            .Bind(12, Microseconds.FromInstant(response.RespondedAt))
            .Bind(13, recordedAt)
            .Bind(14, response.Complete ? 1 : 0)
            .Bind(15, response.Test ? 1 : 0)
            .Bind(16, response.Answers.Count > 1 ? 1 : 0)
            .Bind(17, hasDetails ? 1 : 0)
            .Bind(18, isSuspectedDuplicate ? 1 : 0);
        BindFirstAnswer(response, keys);
        _insert.Execute();
        return _insert.Changes == 1;
    }

    private void BindFirstAnswer(SurveyResponse response, in ResponseKeys keys)
    {
        if (response.Answers.Count == 0)
        {
            _insert.BindKey(5, 0).BindKey(6, 0);
        }
        else
        {
            _insert.Bind(5, keys.Questions[0]).Bind(6, response.Answers[0].Score);
        }
    }

    private void InsertAnswer(long responseKey, int ordinal, long questionKey, int score) =>
        _insertAnswer.Bind(1, responseKey).Bind(2, ordinal).Bind(3, questionKey).Bind(4, score).Execute();

    private void InsertDetails(long responseKey, SurveyResponse response) =>
        _insertDetails
            .Bind(1, responseKey)
            .Bind(2, response.Comment)
            .Bind(3, response.Locale)
            .Bind(4, response.Attributes)
            .Execute();
}
