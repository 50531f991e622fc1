using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Responses;

namespace CxMetrics.Storage.Surveys;

internal sealed class SqliteSurveyStore(IngestQueue queue, SqliteReaders readers) : SurveyStore(queue)
{
    public override Task<Survey?> FindAsync(string key, CancellationToken cancellationToken) =>
        readers.ReadAsync(connection => SqliteSurveyReader.Find(connection, key), cancellationToken);

    public override Task<IReadOnlyList<Survey>> ListAsync(
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) => readers.ReadAsync(connection => SqliteSurveyReader.List(connection, after, limit), cancellationToken);
}
