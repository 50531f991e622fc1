using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Responses;

namespace CxMetrics.Storage.Surveys;

internal sealed class SqlServerSurveyStore(IngestQueue queue, SqlServerReaders readers) : SurveyStore(queue)
{
    public override Task<Survey?> FindAsync(string key, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            (snapshot, token) => SqlServerSurveyReader.FindAsync(snapshot, key, token),
            cancellationToken
        );

    public override Task<IReadOnlyList<Survey>> ListAsync(
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        readers.ReadAsync(
            (snapshot, token) => SqlServerSurveyReader.ListAsync(snapshot, after, limit, token),
            cancellationToken
        );
}
