using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>Reads whole responses, current or as they were, over one snapshot.</summary>
internal sealed class SqlServerResponseReader(SqlTransaction snapshot, CancellationToken cancellationToken)
{
    /// <summary>The revision under a source and id; null when there is, or was, none.</summary>
    public async Task<StoredResponse?> FindAsync(string source, string id, DateTimeOffset? asOf)
    {
        SqlServerResponseRow? row = await FindAsync(SqlServerResponseListSql.Find, source, id, asOf);
        if (row is null && asOf is not null)
        {
            row = await FindAsync(SqlServerResponseListSql.FindSuperseded, source, id, asOf);
            row?.IsSuperseded = true;
        }

        return row is null ? null : (await WithFurtherAnswersAsync([row]))[0];
    }

    /// <summary>Revisions in the order of the list, up to a limit.</summary>
    public async Task<List<SqlServerResponseRow>> ListAsync(ResponseQuery query, int limit)
    {
        bool isOfCustomer = query.CustomerId is not null;
        List<SqlServerResponseRow> current = await QueryAsync(
            isOfCustomer ? SqlServerResponseListSql.ListOfCustomer : SqlServerResponseListSql.List,
            query,
            limit
        );
        if (query.AsOf is null)
        {
            return current;
        }

        List<SqlServerResponseRow> earlier = await QueryAsync(
            isOfCustomer ? SqlServerResponseListSql.ListSupersededOfCustomer : SqlServerResponseListSql.ListSuperseded,
            query,
            limit
        );
        return ResponsePages.Merge(current, earlier, limit);
    }

    /// <summary>The responses of rows, complete.</summary>
    public async Task<List<StoredResponse>> WithFurtherAnswersAsync(List<SqlServerResponseRow> rows)
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

    private async Task<SqlServerResponseRow?> FindAsync(
        SqlServerStatement statement,
        string source,
        string id,
        DateTimeOffset? asOf
    )
    {
        SqlServerParameters parameters = new SqlServerParameters()
            .Text("Source", source)
            .Text("Id", id)
            .Instant("AsOf", Limit(asOf));
        return (
            await snapshot.QueryAsync<SqlServerResponseRow>(statement, parameters, cancellationToken)
        ).SingleOrDefault();
    }

    private Task<List<SqlServerResponseRow>> QueryAsync(SqlServerStatement statement, ResponseQuery query, int limit)
    {
        SqlServerParameters parameters = new SqlServerParameters()
            .Instant("From", query.From ?? DateTimeOffset.MinValue)
            .Instant("To", query.To ?? DateTimeOffset.MaxValue)
            .Instant("AfterRespondedAt", query.After?.RespondedAt ?? DateTimeOffset.MinValue)
            .BigInt("AfterKey", query.After?.Key ?? 0)
            .Text("Survey", query.Survey)
            .Bit("Test", query.Test)
            .Bit("SuspectedDuplicate", query.SuspectedDuplicate)
            .Instant("AsOf", Limit(query.AsOf))
            .Int("Limit", limit);
        return snapshot.QueryAsync<SqlServerResponseRow>(
            statement,
            query.CustomerId is null ? parameters : parameters.Text("CustomerId", query.CustomerId),
            cancellationToken
        );
    }

    // Now is a moment that nothing is recorded after.
    private static DateTimeOffset Limit(DateTimeOffset? asOf) => asOf ?? DateTimeOffset.MaxValue;
}
