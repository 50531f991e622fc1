using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace CxMetrics.Api.Metrics;

/// <summary>The query string of a metric, as it came.</summary>
/// <remarks>Text throughout, so that a bad value is answered with its name and a code instead of the framework's bare 400.</remarks>
internal sealed record MetricQueryParameters
{
    [
        FromQuery(Name = "from"),
        Description("First day, in the reporting zone (inclusive). Default: 90 days before `to`.")
    ]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Day after the last (exclusive). Default: tomorrow, so that today counts.")]
    public string? To { get; init; }

    [
        FromQuery(Name = "period"),
        Description("Cuts the range into rows. Weeks begin on the configured day, Monday by default.")
    ]
    public string? Period { get; init; }

    [FromQuery(Name = "groupBy"), Description("Comma list of dimensions that each get rows of their own.")]
    public string? GroupBy { get; init; }

    [FromQuery(Name = "survey"), Description("Only answers of this survey. Repeatable: any of the values.")]
    public string[]? Survey { get; init; }

    [FromQuery(Name = "question"), Description("Only answers to this question. Repeatable.")]
    public string[]? Question { get; init; }

    [
        FromQuery(Name = "touchpoint"),
        Description("Only answers at this touchpoint; empty for answers without one. Repeatable.")
    ]
    public string[]? Touchpoint { get; init; }

    [
        FromQuery(Name = "channel"),
        Description("Only answers through this channel; empty for answers without one. Repeatable.")
    ]
    public string[]? Channel { get; init; }

    [
        FromQuery(Name = "segment"),
        Description("Only answers of this segment; empty for answers without one. Repeatable.")
    ]
    public string[]? Segment { get; init; }

    [FromQuery(Name = "confidence"), Description("Two-sided level of the interval. Default 0.95.")]
    public string? Confidence { get; init; }

    [
        FromQuery(Name = "method"),
        Description(
            "Interval method, by a name from the catalogue: one of `methods`, or with `unit=account` one of `accountMethods`. Default: the first one listed there."
        )
    ]
    public string? Method { get; init; }

    [
        FromQuery(Name = "unit"),
        Description(
            "What an observation is: every answer; the latest answer of each respondent in a row; or answers that those of the same account resemble. "
                + "Default: `respondent` where every survey covered is declared `relationship`, otherwise `answer`."
        )
    ]
    public string? Unit { get; init; }

    [
        FromQuery(Name = "asOf"),
        Description(
            "Only what was recorded by this moment, in the state it had then. RFC 3339 with offset, not in the future. Default: now."
        )
    ]
    public string? AsOf { get; init; }

    [FromQuery(Name = "format"), Description("Overrides the Accept header.")]
    public string? Format { get; init; }
}
