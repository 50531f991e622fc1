using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace CxMetrics.Api.Responses;

/// <summary>The query string of the list, as it came.</summary>
internal sealed record ResponseListParameters
{
    [FromQuery(Name = "from"), Description("First day, in the reporting zone (inclusive). Default: no limit.")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Day after the last (exclusive). Default: no limit.")]
    public string? To { get; init; }

    [FromQuery(Name = "survey"), Description("Only responses to this survey.")]
    public string? Survey { get; init; }

    [FromQuery(Name = "customerId"), Description("Only responses by this customer.")]
    public string? CustomerId { get; init; }

    [FromQuery(Name = "test"), Description("`true`: only tests. `false`: none of them. Default: both.")]
    public string? Test { get; init; }

    [
        FromQuery(Name = "suspectedDuplicate"),
        Description("`true`: only suspected duplicates. `false`: none of them. Default: both.")
    ]
    public string? SuspectedDuplicate { get; init; }

    [
        FromQuery(Name = "asOf"),
        Description(
            "The revisions that were current at this moment. RFC 3339 with offset, not in the future. Default: now."
        )
    ]
    public string? AsOf { get; init; }

    [FromQuery(Name = "cursor"), Description("Where to go on: `nextCursor` of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Description("Responses per page, 1 to 1,000. Default 100.")]
    public string? Limit { get; init; }

    [FromQuery(Name = "format"), Description("Overrides the Accept header.")]
    public string? Format { get; init; }
}
