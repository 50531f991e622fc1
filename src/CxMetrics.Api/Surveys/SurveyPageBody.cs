using System.ComponentModel;

namespace CxMetrics.Api.Surveys;

[Description("One page of surveys.")]
internal sealed record SurveyPageBody(
    [property: Description("By key.")] IReadOnlyList<SurveyBody> Surveys,
    [property: Description("Pass it as `cursor` for the next page; null on the last.")] string? NextCursor
);
