using System.ComponentModel;

namespace CxMetrics.Api.Responses;

/// <summary>What became of one fact.</summary>
internal sealed record IngestReceipt(
    [property: Description(
        "`stored`: new. `updated`: a new revision. `duplicate`: known with the same content; nothing changed."
    )]
        IngestStatus Status,
    [property: Description("The source it is known under.")] string Source,
    [property: Description("The id it is known under.")] string Id
);
