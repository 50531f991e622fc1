using System.Globalization;
using CxMetrics.Storage.Connections;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

/// <summary>Finds the current revision that a new one collides with, and moves revisions into history.</summary>
internal sealed class SqliteResponseRevisions : IDisposable
{
    private const string FindSql = SqliteResponseSql.SelectResponses + "WHERE r.SourceKey = @SourceKey AND r.Id = @Id";

    private const string CopySql = """
        INSERT INTO SupersededResponses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails,
            SuspectedDuplicate, SupersededAt)
        SELECT
            @CopyKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails,
            SuspectedDuplicate, @SupersededAt
        FROM Responses
        WHERE ResponseKey = @ResponseKey
        """;

    private const string DeleteSql = "DELETE FROM Responses WHERE ResponseKey = @ResponseKey";

    private const string CopyAnswersSql = """
        INSERT INTO FurtherAnswers (ResponseKey, Ordinal, QuestionKey, Score)
        SELECT @CopyKey, Ordinal, QuestionKey, Score FROM FurtherAnswers WHERE ResponseKey = @ResponseKey
        """;

    private const string CopyDetailsSql = """
        INSERT INTO ResponseDetails (ResponseKey, Comment, Locale, Attributes)
        SELECT @CopyKey, Comment, Locale, Attributes FROM ResponseDetails WHERE ResponseKey = @ResponseKey
        """;

    private const string ClearSql = """
        UPDATE Responses SET SuspectedDuplicate = 0, RecordedAt = @RecordedAt WHERE ResponseKey = @ResponseKey
        """;

    private readonly SqliteCommand _find;
    private readonly SqliteParameter _findSource = new("@SourceKey", SqliteType.Integer);
    private readonly SqliteParameter _findId = new("@Id", SqliteType.Text);
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _copy;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _copyAnswers;
    private readonly SqliteStatement _copyDetails;
    private readonly SqliteStatement _clear;
    private Func<System.Data.Common.DbDataReader, ResponseRow>? _read;

    public SqliteResponseRevisions(SqliteConnection connection)
    {
        _connection = connection;
        _copy = new SqliteStatement(connection, CopySql);
        _delete = new SqliteStatement(connection, DeleteSql);
        _copyAnswers = new SqliteStatement(connection, CopyAnswersSql);
        _copyDetails = new SqliteStatement(connection, CopyDetailsSql);
        _clear = new SqliteStatement(connection, ClearSql);
        _find = new SqliteCommand(FindSql, connection);
        _find.Parameters.Add(_findSource);
        _find.Parameters.Add(_findId);
    }

    /// <summary>The current revision under a source and id, or the mark of its erasure; null when there is none.</summary>
    public CurrentRevision? Find(long sourceKey, string id)
    {
        if (FindRow(sourceKey, id) is not { } row)
        {
            return null;
        }

        IEnumerable<FurtherAnswerRow> further = row.HasMoreAnswers == 0 ? [] : ReadFurther(row.ResponseKey);
        return new CurrentRevision(
            row.ResponseKey,
            row.ToResponse(further),
            row.RecordedAt,
            row.SuspectedDuplicate != 0,
            row.Erased != 0
        );
    }

    /// <summary>Moves the current revision into history.</summary>
    /// <remarks>Answers after the first and details stay where they are, under the key that the old revision keeps.</remarks>
    public void Supersede(long responseKey, long supersededAt)
    {
        _copy.Bind(1, responseKey).Bind(2, supersededAt).Bind(3, responseKey).Execute();
        _delete.Bind(1, responseKey).Execute();
    }

    /// <summary>Takes the suspicion off a revision, as a new revision; the history gets a copy of it as it was.</summary>
    /// <remarks>The current row keeps its key: the order of keys is the order in which contents were recorded.</remarks>
    public void ClearSuspicion(long responseKey, long copyKey, long recordedAt)
    {
        _copy.Bind(1, copyKey).Bind(2, recordedAt).Bind(3, responseKey).Execute();
        _copyAnswers.Bind(1, copyKey).Bind(2, responseKey).Execute();
        _copyDetails.Bind(1, copyKey).Bind(2, responseKey).Execute();
        _clear.Bind(1, recordedAt).Bind(2, responseKey).Execute();
    }

    public void Dispose()
    {
        _find.Dispose();
        _copy.Dispose();
        _delete.Dispose();
        _copyAnswers.Dispose();
        _copyDetails.Dispose();
        _clear.Dispose();
    }

    private ResponseRow? FindRow(long sourceKey, string id)
    {
        _findSource.Value = sourceKey;
        _findId.Value = id;
        using SqliteDataReader reader = _find.ExecuteReader();
        _read ??= reader.GetRowParser<ResponseRow>();
        return reader.Read() ? _read(reader) : null;
    }

    private IEnumerable<FurtherAnswerRow> ReadFurther(long responseKey)
    {
        string responseKeys = string.Create(CultureInfo.InvariantCulture, $"[{responseKey}]");
        return _connection.Query<FurtherAnswerRow>(
            new CommandDefinition(SqliteResponseSql.SelectFurtherAnswers, new { ResponseKeys = responseKeys })
        );
    }
}
