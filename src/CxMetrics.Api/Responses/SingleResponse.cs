using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CxMetrics.Api.Responses;

/// <summary>One response by its source and id.</summary>
internal static class SingleResponse
{
    public static async Task<IResult> GetResponse(
        string source,
        string id,
        [AsParameters] SingleResponseParameters parameters,
        HttpContext context,
        IResponseStore store,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var reader = new QueryReader(context.Request);
        reader.RefuseUnknown<SingleResponseParameters>();
        DateTimeOffset? asOf = reader.PastInstant("asOf", parameters.AsOf, clock.GetUtcNow());
        if (reader.Errors.Count > 0)
        {
            return Problems.Validation(reader.Errors);
        }

        (string Source, string Id) key = FactPath.Read(context, source, id);
        return await store.FindAsync(key.Source, key.Id, asOf, cancellationToken) switch
        {
            null => NotFound(key),
            { Erasure: Erasure.Tombstone } => Problems.Gone(
                $"The response '{key.Id}' of source '{key.Source}' was erased."
            ),
            { } stored => TypedResults.Ok(StoredResponseBody.From(stored)),
        };
    }

    public static async Task<IResult> EraseResponse(
        string source,
        string id,
        HttpContext context,
        IResponseStore store,
        CancellationToken cancellationToken
    )
    {
        (string Source, string Id) key = FactPath.Read(context, source, id);
        ErasureResult result = await store.EraseAsync(key.Source, key.Id, cancellationToken);
        return result.Status switch
        {
            AppendStatus.QueueFull => QueueRefusals.Full(context, "erased"),
            AppendStatus.Stopping => QueueRefusals.Stopping(context, "erased"),
            AppendStatus.Committed => result.Outcome switch
            {
                ErasureOutcome.Erased or ErasureOutcome.AlreadyErased => TypedResults.NoContent(),
                ErasureOutcome.NotFound => NotFound(key),
            },
        };
    }

    private static ProblemHttpResult NotFound((string Source, string Id) key) =>
        Problems.NotFound($"There is no response '{key.Id}' of source '{key.Source}'.");
}
