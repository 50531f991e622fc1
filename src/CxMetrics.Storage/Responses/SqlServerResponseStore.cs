using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

internal sealed class SqlServerResponseStore(IngestQueue queue, SqlServerReaders readers) : ResponseStore(queue)
{
    private const string FromResponses = "FROM Responses AS r" + SqlServerResponseSql.Joins;

    // The second condition of a place in the list repeats the first as a range, which an index can start from.
    private const string InRange = """
        r.RespondedAt >= @From AND r.RespondedAt < @To
            AND r.RespondedAt >= @AfterRespondedAt
            AND (r.RespondedAt > @AfterRespondedAt OR r.ResponseKey > @AfterKey)
            AND (@Survey IS NULL OR su.Name = @Survey)
        ORDER BY r.RespondedAt, r.ResponseKey
        OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
        """;

    private static readonly SqlServerStatement Find = new(
        SqlServerResponseSql.Columns + FromResponses + "WHERE so.Name = @Source AND r.Id = @Id",
        "Source",
        "Id"
    );

    private static readonly SqlServerStatement ListAll = new(
        SqlServerResponseSql.Columns + FromResponses + "WHERE " + InRange,
        "From",
        "To",
        "AfterRespondedAt",
        "AfterKey",
        "Survey",
        "Limit"
    );

    // A statement of its own, because only a plain equality can use the index over customers.
    private static readonly SqlServerStatement ListOfCustomer = new(
        SqlServerResponseSql.Columns + FromResponses + "WHERE cu.Name = @CustomerId AND " + InRange,
        "CustomerId",
        "From",
        "To",
        "AfterRespondedAt",
        "AfterKey",
        "Survey",
        "Limit"
    );

    public override Task<StoredResponse?> FindAsync(string source, string id, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            async (snapshot, token) =>
            {
                SqlServerParameters parameters = new SqlServerParameters().Text("Source", source).Text("Id", id);
                List<SqlServerResponseRow> rows = await snapshot.QueryAsync<SqlServerResponseRow>(
                    Find,
                    parameters,
                    token
                );
                return (await WithFurtherAnswersAsync(snapshot, rows, token)).SingleOrDefault();
            },
            cancellationToken
        );

    public override Task<ResponsePage> ListAsync(ResponseQuery query, CancellationToken cancellationToken) =>
        readers.ReadAsync((snapshot, token) => ListAsync(snapshot, query, token), cancellationToken);

    private static async Task<ResponsePage> ListAsync(
        SqlTransaction snapshot,
        ResponseQuery query,
        CancellationToken cancellationToken
    )
    {
        // One more than asked for, to know whether there is a next page.
        List<SqlServerResponseRow> rows = await snapshot.QueryAsync<SqlServerResponseRow>(
            query.CustomerId is null ? ListAll : ListOfCustomer,
            Parameters(query),
            cancellationToken
        );
        ResponsePosition? next = null;
        if (rows.Count > query.Limit)
        {
            rows.RemoveRange(query.Limit, rows.Count - query.Limit);
            next = new ResponsePosition(Microseconds.ToInstant(rows[^1].RespondedAt), rows[^1].ResponseKey);
        }

        return new ResponsePage(await WithFurtherAnswersAsync(snapshot, rows, cancellationToken), next);
    }

    private static SqlServerParameters Parameters(ResponseQuery query)
    {
        SqlServerParameters parameters = new SqlServerParameters()
            .Instant("From", query.From ?? DateTimeOffset.MinValue)
            .Instant("To", query.To ?? DateTimeOffset.MaxValue)
            .Instant("AfterRespondedAt", query.After?.RespondedAt ?? DateTimeOffset.MinValue)
            .BigInt("AfterKey", query.After?.Key ?? 0)
            .Text("Survey", query.Survey)
            .Int("Limit", query.Limit + 1);
        return query.CustomerId is null ? parameters : parameters.Text("CustomerId", query.CustomerId);
    }

    private static async Task<List<StoredResponse>> WithFurtherAnswersAsync(
        SqlTransaction snapshot,
        List<SqlServerResponseRow> rows,
        CancellationToken cancellationToken
    )
    {
        long[] keys = [.. rows.Where(row => row.HasMoreAnswers != 0).Select(row => row.ResponseKey)];
        List<SqlServerFurtherAnswerRow> answers =
            keys.Length == 0
                ? []
                : await snapshot.QueryAsync<SqlServerFurtherAnswerRow>(
                    SqlServerResponseSql.FurtherAnswers,
                    new SqlServerParameters().Table("ResponseKeys", SqlServerResponseSql.ToKeyRows(keys)),
                    cancellationToken
                );
        ILookup<long, SqlServerFurtherAnswerRow> further = answers.ToLookup(answer => answer.ResponseKey);
        return rows.ConvertAll(row => new StoredResponse(
            row.ToResponse(further[row.ResponseKey]),
            Microseconds.ToInstant(row.RecordedAt)
        ));
    }
}
