using System.ComponentModel;
using System.Reflection;
using CxMetrics.Api.Hosting;

namespace CxMetrics.Api.Calculations;

/// <summary>Maps calculations, all of them in the same way.</summary>
internal sealed class CalculationRoutes(RouteGroupBuilder group)
{
    /// <summary>Room for the most values in their usual form.</summary>
    private const long MaximumBodyBytes = 64 * 1024 * 1024;

    private const string ForAll =
        " Computes from the numbers in the request and stores nothing. "
        + "A call takes at most 1,000,000 values, fewer where it says so, in a body of at most 64 MiB, unpacked if it came as gzip.";

    /// <summary>Maps one calculation; the description of the request record becomes that of the operation.</summary>
    public void Map<TRequest, TResult>(
        string name,
        Func<TRequest, CalculationInput, TResult?> calculate,
        string operation,
        string summary
    )
        where TRequest : class
        where TResult : class =>
        group
            .MapPost(
                name,
                (HttpRequest request, CancellationToken cancellationToken) =>
                    JsonRequest.UseAsync<TRequest>(
                        request,
                        MaximumBodyBytes,
                        body => Answer(calculate, body, cancellationToken),
                        cancellationToken
                    )
            )
            .WithName(operation)
            .WithSummary(summary)
            .WithDescription(typeof(TRequest).GetCustomAttribute<DescriptionAttribute>()!.Description + ForAll)
            .Accepts<TRequest>(MediaTypes.Json)
            .Produces<TResult>()
            .ProducesProblems(400, 413, 415);

    private static IResult Answer<TRequest, TResult>(
        Func<TRequest, CalculationInput, TResult?> calculate,
        TRequest body,
        CancellationToken cancellationToken
    )
        where TResult : class
    {
        var input = new CalculationInput(cancellationToken);
        TResult? result = calculate(body, input);
        return input.IsValid ? TypedResults.Ok(result) : Problems.Validation(input.Errors);
    }
}
