using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace CxMetrics.Api.Surveys;

/// <summary>The query string of the list, as it came.</summary>
internal sealed record SurveyListParameters
{
    [FromQuery(Name = "cursor"), Description("Where to go on: `nextCursor` of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Description("Surveys per page, 1 to 1,000. Default 100.")]
    public string? Limit { get; init; }
}
