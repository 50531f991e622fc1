using System.Globalization;
using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

/// <summary>Finds the current revision that a new one collides with, and moves it into history.</summary>
internal sealed class SqliteResponseRevisions : IDisposable
{
    private const string FindSql = SqliteResponseSql.SelectResponses + "WHERE r.SourceKey = @SourceKey AND r.Id = @Id";

    // Answers after the first and details stay where they are, under the key that the old revision keeps.
    private const string CopySql = """
        INSERT INTO SupersededResponses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails, SupersededAt)
        SELECT
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails, @SupersededAt
        FROM Responses
        WHERE ResponseKey = @ResponseKey
        """;

    private const string DeleteSql = "DELETE FROM Responses WHERE ResponseKey = @ResponseKey";

    private readonly SqliteCommand _find;
    private readonly SqliteParameter _findSource = new("@SourceKey", SqliteType.Integer);
    private readonly SqliteParameter _findId = new("@Id", SqliteType.Text);
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _copy;
    private readonly SqliteStatement _delete;
    private Func<System.Data.Common.DbDataReader, ResponseRow>? _read;

    public SqliteResponseRevisions(SqliteConnection connection)
    {
        _connection = connection;
        _copy = new SqliteStatement(connection, CopySql);
        _delete = new SqliteStatement(connection, DeleteSql);
        _find = new SqliteCommand(FindSql, connection);
        _find.Parameters.Add(_findSource);
        _find.Parameters.Add(_findId);
    }

    /// <summary>The current revision under the source and id of a response.</summary>
    public (long ResponseKey, SurveyResponse Response) Get(in ResponseKeys keys, string id)
    {
        ResponseRow row = ReadRow(keys.Source, id);
        IEnumerable<FurtherAnswerRow> further = row.HasMoreAnswers == 0 ? [] : ReadFurther(row.ResponseKey);
        return (row.ResponseKey, row.ToResponse(further));
    }

    /// <summary>Moves the current revision into history.</summary>
    public void Supersede(long responseKey, long supersededAt)
    {
        _copy.Bind(1, supersededAt).Bind(2, responseKey).Execute();
        _delete.Bind(1, responseKey).Execute();
    }

    public void Dispose()
    {
        _find.Dispose();
        _copy.Dispose();
        _delete.Dispose();
    }

    private ResponseRow ReadRow(long sourceKey, string id)
    {
        _findSource.Value = sourceKey;
        _findId.Value = id;
        using SqliteDataReader reader = _find.ExecuteReader();
        _read ??= reader.GetRowParser<ResponseRow>();
        return reader.Read()
            ? _read(reader)
            : throw new InvalidOperationException("An insert met a conflict with a row that is not there.");
    }

    private IEnumerable<FurtherAnswerRow> ReadFurther(long responseKey)
    {
        string responseKeys = string.Create(CultureInfo.InvariantCulture, $"[{responseKey}]");
        return _connection.Query<FurtherAnswerRow>(
            new CommandDefinition(SqliteResponseSql.SelectFurtherAnswers, new { ResponseKeys = responseKeys })
        );
    }
}
