using System.ComponentModel;
using CxMetrics.Domain.Facts;
using CxMetrics.Ingestion;

namespace CxMetrics.Api.OpenApi;

[Description("Problem details (RFC 9457).")]
internal sealed record ProblemBody
{
    [Description("Stable name of the kind of problem, for programs.")]
    public string? Type { get; init; }

    [Description("The kind of problem, for people.")]
    public string? Title { get; init; }

    [Description("The HTTP status.")]
    public int? Status { get; init; }

    [Description("This problem, for people.")]
    public string? Detail { get; init; }

    [Description("Where it happened.")]
    public string? Instance { get; init; }

    [Description("For finding the request in the logs.")]
    public string? TraceId { get; init; }

    [Description("What is wrong, by member or parameter.")]
    public IReadOnlyList<FactError>? Errors { get; init; }

    [Description("What was stored before the problem, where facts came in bulk.")]
    public IngestReport? Report { get; init; }
}
