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

    /// <summary>Takes the personal data out of every revision of a response, in order with the responses that are appended.</summary>
    /// <remarks>Scores, times and dimensions stay without identity, so that figures as of an earlier moment can be made again.</remarks>
    ValueTask<ErasureResult> EraseAsync(string source, string id, CancellationToken cancellationToken);

    /// <summary>A response; null when there is none.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="id">Its id.</param>
    /// <param name="asOf">The revision that was current then; null for now. An erased response is found as what erasure has left.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<StoredResponse?> FindAsync(
        string source,
        string id,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    );

    /// <summary>A page of responses by the time they were given, oldest first, without the marks of erased ones.</summary>
    Task<ResponsePage> ListAsync(ResponseQuery query, CancellationToken cancellationToken);
}
