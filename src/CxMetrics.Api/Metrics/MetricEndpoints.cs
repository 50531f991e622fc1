using CxMetrics.Api.Hosting;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CxMetrics.Api.Metrics;

/// <summary>Scores with their uncertainty.</summary>
internal static class MetricEndpoints
{
    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/metrics").WithTags("Metrics");

        group
            .MapGet("/", ListMetrics)
            .WithName(nameof(ListMetrics))
            .WithSummary("List the metrics")
            .WithDescription(
                "The catalogue: what each metric means, its unit, its interval methods (the default first) and its dimensions."
            );

        group
            .MapGet("/{metric}", GetMetric)
            .WithName(nameof(GetMetric))
            .WithSummary("Read a metric")
            .WithDescription(
                "Scores by period and group, each with its interval, standard error, counts and flags. "
                    + "JSON, or one flat CSV row per result row with `Accept: text/csv` or `format=csv`."
            )
            .Produces<MetricReport>(StatusCodes.Status200OK, "application/json", Csv.MediaType)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(400, 404, 406, 422, 503);
        return routes;
    }

    private static Ok<MetricList> ListMetrics(MetricCatalogue catalogue) =>
        TypedResults.Ok(new MetricList([.. catalogue.Definitions.Select(MetricDescription.From)]));

    private static async Task<IResult> GetMetric(
        string metric,
        [AsParameters] MetricQueryParameters parameters,
        HttpRequest request,
        MetricCatalogue catalogue,
        MetricQueryBinder binder,
        MetricReader reader,
        IRatingStatisticsStore store,
        CancellationToken cancellationToken
    )
    {
        if (catalogue.Find(metric) is not { } definition)
        {
            return Problems.NotFound($"There is no metric '{metric}'; GET /v1/metrics lists them.");
        }

        var query = new QueryReader(request);
        MetricQuery? bound = binder.Bind(definition, parameters, query);
        ResultFormat? format = ResultFormats.Negotiate(request, parameters.Format, query);
        if (query.Errors.Count > 0)
        {
            return Problems.Validation(query.Errors);
        }

        if (format is null)
        {
            return Problems.NotAcceptable("Scores come as application/json or text/csv.");
        }

        MetricOutcome outcome = await reader.ReadAsync(bound!, cancellationToken);
        return outcome.Kind switch
        {
            MetricOutcomeKind.Report => format == ResultFormat.Csv
                ? new ConditionalResult(MetricCsv.Write(outcome.Report!, bound!.GroupBy), Csv.ContentType)
                : ConditionalResult.Json(request.HttpContext, outcome.Report!),
            MetricOutcomeKind.MixedScales => await RefuseMixedScalesAsync(
                definition,
                outcome,
                store,
                cancellationToken
            ),
            MetricOutcomeKind.MixedKinds => RefuseMixedKinds(outcome.Kinds!),
            MetricOutcomeKind.TooManyRows => Problems.Validation(
                "groupBy",
                FactErrorCodes.TooMany,
                $"The answer would have more than {MetricOutcome.MaximumRows} rows; ask for a shorter range, longer periods or fewer dimensions."
            ),
        };
    }

    private static ProblemHttpResult RefuseMixedKinds(MixedSurveyKinds kinds)
    {
        string message =
            $"'{kinds.Relationship}' is a relationship survey and '{kinds.Transactional}' a transactional one; what respondents think and "
            + "what interactions were like are not pooled unasked: filter by survey, add survey to groupBy, or name a unit.";
        return Problems.Unprocessable(
            "mixed-kind",
            "Relationship and transactional surveys do not add up.",
            [new FactError("groupBy", "mixedKind", message)]
        );
    }

    /// <summary>Names the questions, because the way out is to filter or group by them.</summary>
    private static async Task<ProblemHttpResult> RefuseMixedScalesAsync(
        ScoreDefinition definition,
        MetricOutcome outcome,
        IRatingStatisticsStore store,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<Question> questions = await store.ListQuestionsAsync(cancellationToken);
        IEnumerable<string> examples = outcome.Scales.Select(scale => Describe(definition, scale, questions));
        string message =
            $"{definition.Key} answers on different scales would fall into one row: {string.Join("; ", examples)}. "
            + "They are never averaged: filter by survey or question, or add question to groupBy.";
        return Problems.Unprocessable(
            "mixed-scale",
            "Answers on different scales do not add up.",
            [new FactError("groupBy", "mixedScale", message)]
        );
    }

    private static string Describe(ScoreDefinition definition, RatingScale scale, IReadOnlyList<Question> questions)
    {
        Question? example = questions.FirstOrDefault(question =>
            question.Metric == definition.Answers && question.Scale == scale
        );
        return example is null ? scale.ToString() : $"{scale} (question '{example.Name}' of survey '{example.Survey}')";
    }
}
