using CxMetrics.Domain.Facts;

namespace CxMetrics.Domain.Responses;

/// <summary>Where survey responses are kept.</summary>
public interface IResponseStore : IFactStore<SurveyResponse>
{
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
