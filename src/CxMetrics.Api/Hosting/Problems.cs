using CxMetrics.Domain.Facts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CxMetrics.Api.Hosting;

/// <summary>The problem details (RFC 9457) that this API answers with, so that every refusal looks the same.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    /// <summary>How long a sender should wait when the queue is full, in seconds: many commits fit into one.</summary>
    public const int RetryAfterSeconds = 1;

    /// <summary>Something in the request is wrong; each error names its member or parameter.</summary>
    public static ProblemHttpResult Validation(IReadOnlyList<FactError> errors, object? report = null) =>
        Create(
            StatusCodes.Status400BadRequest,
            "validation",
            "The request is not valid.",
            Summary(errors),
            errors,
            report
        );

    /// <summary>One thing in the request is wrong.</summary>
    public static ProblemHttpResult Validation(string field, string code, string message) =>
        Validation([new FactError(field, code, message)]);

    public static ProblemHttpResult NotFound(string detail) =>
        Create(StatusCodes.Status404NotFound, "not-found", "There is no such thing here.", detail);

    /// <summary>What is stored says otherwise, and must not change.</summary>
    public static ProblemHttpResult Conflict(IReadOnlyList<FactError> errors) =>
        Create(StatusCodes.Status409Conflict, "conflict", "It is stored with other content.", Summary(errors), errors);

    public static ProblemHttpResult Gone(string detail) =>
        Create(StatusCodes.Status410Gone, "gone", "It is not here any more.", detail);

    public static ProblemHttpResult NotAcceptable(string detail) =>
        Create(
            StatusCodes.Status406NotAcceptable,
            "not-acceptable",
            "None of the accepted formats is available.",
            detail
        );

    public static ProblemHttpResult TooLarge(string detail, object? report = null) =>
        Create(
            StatusCodes.Status413PayloadTooLarge,
            "too-large",
            "The body is too large.",
            detail,
            [new FactError("body", FactErrorCodes.TooLarge, detail)],
            report
        );

    public static ProblemHttpResult UnsupportedMediaType(string field, string detail) =>
        Create(
            StatusCodes.Status415UnsupportedMediaType,
            "unsupported-media-type",
            "The body is in a format that is not understood.",
            detail,
            [new FactError(field, FactErrorCodes.UnknownValue, detail)]
        );

    /// <summary>The query is fine, but what it asks for must not be computed from the data.</summary>
    public static ProblemHttpResult Unprocessable(string type, string title, IReadOnlyList<FactError> errors) =>
        Create(StatusCodes.Status422UnprocessableEntity, type, title, Summary(errors), errors);

    public static ProblemHttpResult Unavailable(HttpContext context, string detail, object? report = null)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Create(StatusCodes.Status503ServiceUnavailable, "unavailable", "Not now.", detail, errors: null, report);
    }

    private static string Summary(IReadOnlyList<FactError> errors) =>
        errors.Count switch
        {
            0 => "No further detail.",
            1 => errors[0].Message,
            _ => $"{errors[0].Message} ({errors.Count - 1} more in errors.)",
        };

    private static ProblemHttpResult Create(
        int status,
        string type,
        string title,
        string detail,
        IReadOnlyList<FactError>? errors = null,
        object? report = null
    )
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (errors is not null)
        {
            extensions["errors"] = errors;
        }

        if (report is not null)
        {
            extensions["report"] = report;
        }

        return TypedResults.Problem(
            detail,
            statusCode: status,
            title: title,
            type: $"urn:cxmetrics:problem:{type}",
            extensions: extensions
        );
    }
}
