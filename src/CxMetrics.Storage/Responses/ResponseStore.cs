using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Responses;

/// <summary>Appends through the queue in front of the one writer; how responses are read back is the dialect's part.</summary>
internal abstract class ResponseStore(IngestQueue queue) : IResponseStore
{
    public async ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<SurveyResponse> responses,
        WhenFull whenFull,
        CancellationToken cancellationToken
    )
    {
        if (responses.Count == 0)
        {
            return new AppendResult(AppendStatus.Committed, []);
        }

        var batch = new PendingBatch(responses);
        return await queue.EnqueueAsync(batch, whenFull, cancellationToken) ?? await batch.Answer;
    }

    public async ValueTask<ErasureResult> EraseAsync(string source, string id, CancellationToken cancellationToken)
    {
        var erasure = new PendingErasure(source, id);
        return await queue.EnqueueAsync(erasure, WhenFull.GiveUp, cancellationToken) is { } refusal
            ? new ErasureResult(refusal.Status, default)
            : await erasure.Answer;
    }

    public abstract Task<StoredResponse?> FindAsync(
        string source,
        string id,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    );

    public abstract Task<ResponsePage> ListAsync(ResponseQuery query, CancellationToken cancellationToken);
}
