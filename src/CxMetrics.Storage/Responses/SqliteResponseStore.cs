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
        ResponsePosition? next = null;
        if (rows.Count > query.Limit)
        {
            rows.RemoveRange(query.Limit, rows.Count - query.Limit);
            next = new ResponsePosition(Microseconds.ToInstant(rows[^1].RespondedAt), rows[^1].ResponseKey);
        }

        return new ResponsePage(SqliteResponseReader.WithFurtherAnswers(connection, rows), next);
    }
}
