namespace CxMetrics.Domain.Responses;

/// <summary>Where survey responses are kept.</summary>
public interface IResponseStore
{
    /// <summary>Appends a batch in one transaction, shared with other callers, and returns after its commit.</summary>
    /// <param name="responses">Valid responses; a key may occur more than once and then counts in order.</param>
    /// <param name="whenFull">What to do when the queue in front of the store has no room.</param>
    /// <param name="cancellationToken">Gives up waiting for room. A batch already in the queue is committed and answered all the same.</param>
    ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<SurveyResponse> responses,
        WhenFull whenFull,
        CancellationToken cancellationToken
    );

    /// <summary>The current revision of a response; null when there is none.</summary>
    Task<StoredResponse?> FindAsync(string source, string id, CancellationToken cancellationToken);

    /// <summary>A page of current responses by the time they were given, oldest first.</summary>
    Task<ResponsePage> ListAsync(ResponseQuery query, CancellationToken cancellationToken);
}
