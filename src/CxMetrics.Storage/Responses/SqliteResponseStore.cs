using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

internal sealed class SqliteResponseStore(IngestQueue queue, SqliteReaders readers) : ResponseStore(queue)
{
    public override Task<StoredResponse?> FindAsync(
        string source,
        string id,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    ) => readers.ReadAsync(connection => SqliteResponseReader.Find(connection, source, id, asOf), cancellationToken);

    public override Task<ResponsePage> ListAsync(ResponseQuery query, CancellationToken cancellationToken) =>
        readers.ReadAsync(connection => List(connection, query), cancellationToken);

    private static ResponsePage List(SqliteConnection connection, ResponseQuery query)
    {
        // One more than asked for, to know whether there is a next page.
        List<ResponseRow> rows = SqliteResponseReader.List(connection, query, query.Limit + 1);
        ResponsePosition? next = ResponsePages.Cut(rows, query.Limit);
        return new ResponsePage(SqliteResponseReader.WithFurtherAnswers(connection, rows), next);
    }
}
