using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>Reads whole responses, current or as they were.</summary>
internal static class SqlServerResponseReader
{
    /// <summary>The revision under a source and id; null when there is, or was, none.</summary>
    public static async Task<StoredResponse?> FindAsync(
        SqlTransaction snapshot,
        string source,
        string id,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        List<SqlServerResponseRow> rows = await FindAsync(SqlServerResponseListSql.Find);
        if (rows.Count == 0 && asOf is not null)
        {
            rows = await FindAsync(SqlServerResponseListSql.FindSuperseded);
            rows.ForEach(row => row.IsSuperseded = true);
        }

        return (await WithFurtherAnswersAsync(snapshot, rows, cancellationToken)).SingleOrDefault();

        Task<List<SqlServerResponseRow>> FindAsync(SqlServerStatement statement) =>
            snapshot.QueryAsync<SqlServerResponseRow>(
                statement,
                new SqlServerParameters().Text("Source", source).Text("Id", id).Instant("AsOf", Limit(asOf)),
                cancellationToken
            );
    }

    /// <summary>Revisions in the order of the list, up to a limit.</summary>
    public static async Task<List<SqlServerResponseRow>> ListAsync(
        SqlTransaction snapshot,
        ResponseQuery query,
        int limit,
        CancellationToken cancellationToken
    )
    {
        bool isOfCustomer = query.CustomerId is not null;
        List<SqlServerResponseRow> current = await ListAsync(
            isOfCustomer ? SqlServerResponseListSql.ListOfCustomer : SqlServerResponseListSql.List
        );
        if (query.AsOf is null)
        {
            return current;
        }

        List<SqlServerResponseRow> earlier = await ListAsync(
            isOfCustomer ? SqlServerResponseListSql.ListSupersededOfCustomer : SqlServerResponseListSql.ListSuperseded
        );
        return ResponsePages.Merge(current, earlier, limit);

        Task<List<SqlServerResponseRow>> ListAsync(SqlServerStatement statement) =>
            snapshot.QueryAsync<SqlServerResponseRow>(statement, Parameters(query, limit), cancellationToken);
    }

    /// <summary>The responses of rows, complete.</summary>
    public static async Task<List<StoredResponse>> WithFurtherAnswersAsync(
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
        return rows.ConvertAll(row => row.ToStored(further[row.ResponseKey]));
    }

    private static SqlServerParameters Parameters(ResponseQuery query, int limit)
    {
        SqlServerParameters parameters = new SqlServerParameters()
            .Instant("From", query.From ?? DateTimeOffset.MinValue)
            .Instant("To", query.To ?? DateTimeOffset.MaxValue)
            .Instant("AfterRespondedAt", query.After?.RespondedAt ?? DateTimeOffset.MinValue)
            .BigInt("AfterKey", query.After?.Key ?? 0)
            .Text("Survey", query.Survey)
            .Int("Test", ToBit(query.Test))
            .Int("SuspectedDuplicate", ToBit(query.SuspectedDuplicate))
            .Instant("AsOf", Limit(query.AsOf))
            .Int("Limit", limit);
        return query.CustomerId is null ? parameters : parameters.Text("CustomerId", query.CustomerId);
    }

    private static int? ToBit(bool? flag) => flag is { } value ? Convert.ToInt32(value) : null;

    // Now is a moment that nothing is recorded after.
    private static DateTimeOffset Limit(DateTimeOffset? asOf) => asOf ?? DateTimeOffset.MaxValue;
}
