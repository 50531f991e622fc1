using CxMetrics.Storage.Connections;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

/// <summary>Takes what identifies anybody out of the revisions of a response, and leaves the mark of its erasure.</summary>
internal sealed class SqliteErasures(SqliteConnection connection) : IDisposable
{
    private const string DeleteDetailsSql = """
        DELETE FROM ResponseDetails
        WHERE ResponseKey IN (SELECT ResponseKey FROM SupersededResponses WHERE SourceKey = @SourceKey AND Id = @Id)
        """;

    private const string AnonymiseSql = """
        UPDATE SupersededResponses SET CustomerKey = NULL, AccountKey = NULL, HasDetails = 0, Erased = 1
        WHERE SourceKey = @SourceKey AND Id = @Id
        """;

    // The mark has the answers of the last revision, so that it is counted as erased where that was counted.
    private const string InsertMarkSql = """
        INSERT INTO Responses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails, SuspectedDuplicate, Erased)
        SELECT
            @MarkKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            RespondedAt, SupersededAt, Complete, Test, HasMoreAnswers, 0, 0, 1
        FROM SupersededResponses
        WHERE ResponseKey = @ResponseKey
        """;

    private const string CopyAnswersSql = """
        INSERT INTO FurtherAnswers (ResponseKey, Ordinal, QuestionKey, Score)
        SELECT @MarkKey, Ordinal, QuestionKey, Score FROM FurtherAnswers WHERE ResponseKey = @ResponseKey
        """;

    private readonly SqliteStatement _deleteDetails = new(connection, DeleteDetailsSql);
    private readonly SqliteStatement _anonymise = new(connection, AnonymiseSql);
    private readonly SqliteStatement _insertMark = new(connection, InsertMarkSql);
    private readonly SqliteStatement _copyAnswers = new(connection, CopyAnswersSql);

    /// <summary>Erases a response all of whose revisions are superseded.</summary>
    /// <param name="sourceKey">The key of its source.</param>
    /// <param name="id">Its id.</param>
    /// <param name="lastKey">The key of its last revision.</param>
    /// <param name="markKey">The key of the mark that takes its place.</param>
    public void Erase(long sourceKey, string id, long lastKey, long markKey)
    {
        _deleteDetails.Bind(1, sourceKey).Bind(2, id).Execute();
        _anonymise.Bind(1, sourceKey).Bind(2, id).Execute();
        _insertMark.Bind(1, markKey).Bind(2, lastKey).Execute();
        _copyAnswers.Bind(1, markKey).Bind(2, lastKey).Execute();
    }

    public void Dispose()
    {
        _deleteDetails.Dispose();
        _anonymise.Dispose();
        _insertMark.Dispose();
        _copyAnswers.Dispose();
    }
}
