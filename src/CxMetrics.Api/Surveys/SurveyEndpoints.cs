using CxMetrics.Api.Hosting;

namespace CxMetrics.Api.Surveys;

/// <summary>What is known about surveys beside their responses: kind, title, question texts and thresholds.</summary>
internal static class SurveyEndpoints
{
    public static IEndpointRouteBuilder MapSurveys(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/surveys").WithTags("Surveys");

        group
            .MapGet("/", SurveyReading.ListSurveys)
            .WithName(nameof(SurveyReading.ListSurveys))
            .WithSummary("List surveys")
            .WithDescription(
                "Every survey by key, declared or known from its responses only, a page at a time: pass `nextCursor` until it is null."
            )
            .Produces<SurveyPageBody>(StatusCodes.Status200OK)
            .ProducesProblems(400, 503);

        group
            .MapGet("/{survey}", SurveyReading.GetSurvey)
            .WithName(nameof(SurveyReading.GetSurvey))
            .WithSummary("Read a survey")
            .WithDescription("What was declared about a survey, and its questions with their scales.")
            .ProducesProblems(404, 503);

        group
            .MapPut("/{survey}", SurveyDeclaring.DeclareSurvey)
            .WithName(nameof(SurveyDeclaring.DeclareSurvey))
            .WithSummary("Declare a survey")
            .WithDescription(
                "Says everything that is to hold for a survey: what the body leaves out holds no longer. Scales and metrics of questions never change, and no question "
                    + "is taken away. Thresholds and the default unit hold for every read from then on, also of earlier answers."
            )
            .Accepts<SurveyDeclarationBody>(MediaTypes.Json)
            .Produces<SurveyBody>(StatusCodes.Status200OK)
            .Produces<SurveyBody>(StatusCodes.Status201Created)
            .ProducesProblems(400, 413, 415, 503);
        return routes;
    }
}
