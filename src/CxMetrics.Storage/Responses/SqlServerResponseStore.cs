using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

internal sealed class SqlServerResponseStore(IngestQueue queue, SqlServerReaders readers) : ResponseStore(queue)
{
    public override Task<StoredResponse?> FindAsync(
        string source,
        string id,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    ) =>
        readers.ReadAsync(
            (snapshot, token) => new SqlServerResponseReader(snapshot, token).FindAsync(source, id, asOf),
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
        var reader = new SqlServerResponseReader(snapshot, cancellationToken);
        // One more than asked for, to know whether there is a next page.
        List<SqlServerResponseRow> rows = await reader.ListAsync(query, query.Limit + 1);
        ResponsePosition? next = ResponsePages.Cut(rows, query.Limit);
        return new ResponsePage(await reader.WithFurtherAnswersAsync(rows), next);
    }
}
