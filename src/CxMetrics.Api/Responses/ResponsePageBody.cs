using System.ComponentModel;

namespace CxMetrics.Api.Responses;

[Description("One page of responses.")]
internal sealed record ResponsePageBody(
    [property: Description("Oldest first.")] IReadOnlyList<StoredResponseBody> Responses,
    [property: Description("Pass it as `cursor` for the next page; null on the last.")] string? NextCursor
);
