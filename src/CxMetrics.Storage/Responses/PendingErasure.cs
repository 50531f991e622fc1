using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Responses;

/// <summary>A response to be erased.</summary>
internal sealed class PendingErasure(string source, string id) : IPendingWork
{
    private readonly TaskCompletionSource<ErasureResult> _answer = new();

    public string Source { get; } = source;

    public string Id { get; } = id;

    /// <summary>Valid once the transaction has committed.</summary>
    public ErasureOutcome Outcome { get; set; }

    public int Facts => 1;

    public bool IsShared => false;

    public Task<ErasureResult> Answer => _answer.Task;

    public void Succeed() => _answer.TrySetResult(new ErasureResult(AppendStatus.Committed, Outcome));

    public void Fail(Exception failure) => _answer.TrySetException(failure);
}
