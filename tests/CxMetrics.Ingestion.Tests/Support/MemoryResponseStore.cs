using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Ingestion.Tests.Support;

/// <summary>Keeps responses in memory, and can be told to be full, to stop, or to refuse.</summary>
internal sealed class MemoryResponseStore : IResponseStore
{
    private readonly Dictionary<(string, string), SurveyResponse> _current = [];

    public List<SurveyResponse> Appended { get; } = [];

    public List<(int Count, WhenFull WhenFull)> Batches { get; } = [];

    /// <summary>Answers the batch of this number, from 0, instead of storing it; null stores it.</summary>
    public Func<int, AppendResult?> Script { get; set; } = _ => null;

    /// <summary>Refuses a response.</summary>
    public Func<SurveyResponse, FactError?> Refuse { get; set; } = _ => null;

    /// <summary>Awaited before every commit.</summary>
    public Func<Task> BeforeCommit { get; set; } = () => Task.CompletedTask;

    public async ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<SurveyResponse> responses,
        WhenFull whenFull,
        CancellationToken cancellationToken
    )
    {
        int batch = Batches.Count;
        Batches.Add((responses.Count, whenFull));
        await BeforeCommit();
        return Script(batch) ?? new AppendResult(AppendStatus.Committed, [.. responses.Select(Append)]);
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

    private AppendOutcome Append(SurveyResponse response)
    {
        if (Refuse(response) is { } error)
        {
            return AppendOutcome.Refused(error);
        }

        Appended.Add(response);
        bool isKnown = _current.TryGetValue((response.Source, response.Id), out SurveyResponse? known);
        _current[(response.Source, response.Id)] = response;
        return !isKnown ? AppendOutcome.Stored
            : response.HasSameContentAs(known!) ? AppendOutcome.Duplicate
            : AppendOutcome.Updated;
    }
}
