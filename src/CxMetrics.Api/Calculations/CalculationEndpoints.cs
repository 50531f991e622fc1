using CxMetrics.Api.Hosting;

namespace CxMetrics.Api.Calculations;

/// <summary>The library for anybody who has the numbers already. Nothing is stored.</summary>
internal static class CalculationEndpoints
{
    /// <summary>Room for the most values in their longest form.</summary>
    private const long MaximumBodyBytes = 64 * 1024 * 1024;

    public static IEndpointRouteBuilder MapCalculations(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/calculations").WithTags("Calculations");
        Map<NpsCalculation>(
            group,
            "nps",
            NpsCalculator.Calculate,
            "CalculateNps",
            "Net Promoter Score of given answers"
        );
        Map<RatingCalculation>(
            group,
            "csat",
            RatingCalculators.Satisfaction,
            "CalculateCsat",
            "Share of satisfied answers, and their mean"
        );
        Map<RatingCalculation>(
            group,
            "ces",
            RatingCalculators.Effort,
            "CalculateCes",
            "Effort of given answers: mean, share agreeing, net ease"
        );
        Map<ProportionCalculation>(
            group,
            "proportion",
            PlainCalculators.Proportion,
            "CalculateProportion",
            "A share with its interval"
        );
        Map<MeanCalculation>(group, "mean", PlainCalculators.Mean, "CalculateMean", "A mean with its interval");
        return routes;
    }

    private static void Map<TRequest>(
        RouteGroupBuilder group,
        string name,
        Func<TRequest, CalculationInput, CalculationResult?> calculate,
        string operation,
        string summary
    )
        where TRequest : CalculationRequest =>
        group
            .MapPost(
                name,
                (HttpRequest request, CancellationToken cancellationToken) =>
                    JsonRequest.UseAsync<TRequest>(
                        request,
                        MaximumBodyBytes,
                        body => Answer(calculate, body),
                        cancellationToken
                    )
            )
            .WithName(operation)
            .WithSummary(summary)
            .WithDescription(
                "Computes from the numbers in the request and stores nothing. The answer has the fields of a metric's row."
            )
            .Accepts<TRequest>(MediaTypes.Json)
            .Produces<CalculationResult>()
            .ProducesProblems(400, 413, 415);

    private static IResult Answer<TRequest>(
        Func<TRequest, CalculationInput, CalculationResult?> calculate,
        TRequest body
    )
    {
        var input = new CalculationInput();
        CalculationResult? result = calculate(body, input);
        return input.IsValid ? TypedResults.Ok(result) : Problems.Validation(input.Errors);
    }
}
