using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Responses;

/// <summary>The batch of one caller.</summary>
internal sealed class PendingBatch(IReadOnlyList<SurveyResponse> responses) : IPendingWork
{
    // The caller goes on where the answer is given: see Answers.
    private readonly TaskCompletionSource<AppendResult> _answer = new();

    public IReadOnlyList<SurveyResponse> Responses { get; } = responses;

    /// <summary>One per response, valid once the transaction has committed.</summary>
    public AppendOutcome[] Outcomes { get; } = new AppendOutcome[responses.Count];

    public int Facts => Responses.Count;

    public bool IsShared => true;

    public Task<AppendResult> Answer => _answer.Task;

    public void Succeed() => _answer.TrySetResult(new AppendResult(AppendStatus.Committed, Outcomes));

    public void Fail(Exception failure) => _answer.TrySetException(failure);
}
