using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace CxMetrics.Api.Responses;

/// <summary>The query string of one response, as it came.</summary>
internal sealed record SingleResponseParameters
{
    [
        FromQuery(Name = "asOf"),
        Description(
            "The revision that was current at this moment. RFC 3339 with offset, not in the future. Default: now."
        )
    ]
    public string? AsOf { get; init; }
}
