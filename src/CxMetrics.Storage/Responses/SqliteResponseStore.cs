using System.Text.Json;
using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

internal sealed class SqliteResponseStore(IngestQueue queue, SqliteReaders readers) : ResponseStore(queue)
{
    private const string FindSql =
        SqliteResponseSql.SelectResponses
        + """
            WHERE r.SourceKey = (SELECT SourceKey FROM Sources WHERE Name = @source) AND r.Id = @id
            """;

    internal const string ListSql =
        SqliteResponseSql.SelectResponses
        + """
            WHERE r.RespondedAt >= @From AND r.RespondedAt < @To
                AND (r.RespondedAt, r.ResponseKey) > (@AfterRespondedAt, @AfterKey)
                AND (@Survey IS NULL OR r.SurveyKey = (SELECT SurveyKey FROM Surveys WHERE Name = @Survey))
            ORDER BY r.RespondedAt, r.ResponseKey
            LIMIT @Limit
            """;

    // A statement of its own, because only a plain equality can use the index over customers.
    internal const string ListOfCustomerSql =
        SqliteResponseSql.SelectResponses
        + """
            WHERE r.CustomerKey = (SELECT CustomerKey FROM Customers WHERE Name = @CustomerId)
                AND r.RespondedAt >= @From AND r.RespondedAt < @To
                AND (r.RespondedAt, r.ResponseKey) > (@AfterRespondedAt, @AfterKey)
                AND (@Survey IS NULL OR r.SurveyKey = (SELECT SurveyKey FROM Surveys WHERE Name = @Survey))
            ORDER BY r.RespondedAt, r.ResponseKey
            LIMIT @Limit
            """;

    public override Task<StoredResponse?> FindAsync(string source, string id, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            connection =>
            {
                ResponseRow? row = connection.QuerySingleOrDefault<ResponseRow>(
                    new CommandDefinition(FindSql, new { source, id })
                );
                return row is null ? null : WithFurtherAnswers(connection, [row])[0];
            },
            cancellationToken
        );

    public override Task<ResponsePage> ListAsync(ResponseQuery query, CancellationToken cancellationToken) =>
        readers.ReadAsync(connection => List(connection, query), cancellationToken);

    private static ResponsePage List(SqliteConnection connection, ResponseQuery query)
    {
        // One more than asked for, to know whether there is a next page.
        List<ResponseRow> rows = connection
            .Query<ResponseRow>(
                new CommandDefinition(query.CustomerId is null ? ListSql : ListOfCustomerSql, Parameters(query))
            )
            .AsList();
        ResponsePosition? next = null;
        if (rows.Count > query.Limit)
        {
            rows.RemoveRange(query.Limit, rows.Count - query.Limit);
            next = new ResponsePosition(Microseconds.ToInstant(rows[^1].RespondedAt), rows[^1].ResponseKey);
        }

        return new ResponsePage(WithFurtherAnswers(connection, rows), next);
    }

    private static object Parameters(ResponseQuery query) =>
        new
        {
            From = query.From is { } from ? Microseconds.FromInstant(from) : long.MinValue,
            To = query.To is { } to ? Microseconds.FromInstant(to) : long.MaxValue,
            AfterRespondedAt = query.After is { } at ? Microseconds.FromInstant(at.RespondedAt) : long.MinValue,
            AfterKey = query.After is { } after ? after.Key : long.MinValue,
            query.Survey,
            query.CustomerId,
            Limit = query.Limit + 1L,
        };

    private static List<StoredResponse> WithFurtherAnswers(SqliteConnection connection, List<ResponseRow> rows)
    {
        long[] keys = [.. rows.Where(row => row.HasMoreAnswers != 0).Select(row => row.ResponseKey)];
        ILookup<long, FurtherAnswerRow> further = ReadFurtherAnswers(connection, keys);
        return rows.ConvertAll(row => new StoredResponse(
            row.ToResponse(further[row.ResponseKey]),
            Microseconds.ToInstant(row.RecordedAt)
        ));
    }

    private static ILookup<long, FurtherAnswerRow> ReadFurtherAnswers(SqliteConnection connection, long[] responseKeys)
    {
        IEnumerable<FurtherAnswerRow> rows = [];
        if (responseKeys.Length > 0)
        {
            var parameters = new { ResponseKeys = JsonSerializer.Serialize(responseKeys) };
            rows = connection.Query<FurtherAnswerRow>(
                new CommandDefinition(SqliteResponseSql.SelectFurtherAnswers, parameters)
            );
        }

        return rows.ToLookup(row => row.ResponseKey);
    }
}
