using CxMetrics.Domain.Facts;
using Microsoft.AspNetCore.Mvc;

namespace CxMetrics.Api.Hosting;

/// <summary>Completes the problems that the framework makes by itself, so that they look like ours.</summary>
internal static class FrameworkProblems
{
    private const string OurTypes = "urn:cxmetrics:problem:";

    public static void Complete(ProblemDetailsContext context)
    {
        ProblemDetails problem = context.ProblemDetails;
        if (problem.Type?.StartsWith(OurTypes, StringComparison.Ordinal) == true)
        {
            return;
        }

        HttpRequest request = context.HttpContext.Request;
        switch (problem.Status)
        {
            case StatusCodes.Status404NotFound:
                problem.Type = OurTypes + "not-found";
                problem.Detail ??= $"Nothing answers at {request.Path}; see /swagger for what does.";
                break;
            case StatusCodes.Status405MethodNotAllowed:
                problem.Type = OurTypes + "method-not-allowed";
                problem.Detail ??= $"{request.Method} is not offered at {request.Path}.";
                break;
            case StatusCodes.Status415UnsupportedMediaType:
                problem.Type = OurTypes + "unsupported-media-type";
                problem.Detail ??=
                    $"Content-Type '{request.ContentType}' is not understood here; see /swagger for what is.";
                problem.Extensions["errors"] = new[]
                {
                    new FactError("Content-Type", FactErrorCodes.UnknownValue, problem.Detail),
                };
                break;
            default:
                problem.Type =
                    OurTypes
                    + (problem.Status >= StatusCodes.Status500InternalServerError ? "internal" : "bad-request");
                problem.Detail ??= "Something went wrong on our side; the trace id finds it in the logs.";
                break;
        }
    }
}
