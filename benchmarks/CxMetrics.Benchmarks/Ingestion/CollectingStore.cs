using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>Says that everything is stored, and keeps the first so many in memory.</summary>
internal sealed class CollectingStore(int mostKept) : IResponseStore
{
    private readonly List<SurveyResponse> _kept = new(mostKept);

    public IReadOnlyList<SurveyResponse> Kept => _kept;

    public ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<SurveyResponse> responses,
        WhenFull whenFull,
        CancellationToken cancellationToken
    )
    {
        _kept.AddRange(responses.Take(mostKept - _kept.Count));
        var outcomes = new AppendOutcome[responses.Count];
        Array.Fill(outcomes, AppendOutcome.Stored);
        return ValueTask.FromResult(new AppendResult(AppendStatus.Committed, outcomes));
    }

    public ValueTask<ErasureResult> EraseAsync(string source, string id, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<StoredResponse?> FindAsync(
        string source,
        string id,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<ResponsePage> ListAsync(ResponseQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
