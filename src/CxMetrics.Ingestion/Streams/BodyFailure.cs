using System.Globalization;
using CxMetrics.Domain.Facts;
using CxMetrics.Ingestion.Validation;
using Microsoft.AspNetCore.Http;

namespace CxMetrics.Ingestion.Streams;

/// <summary>Tells a body that broke from a bug: a broken body is an outcome, with what was committed until then.</summary>
internal static class BodyFailure
{
    /// <summary>Whether an exception from reading a body means that the body, its connection or its compression broke.</summary>
    public static bool Is(Exception exception) => exception is IOException or InvalidDataException;

    /// <summary>What the server throws over a body that goes over its limit, for bodies whose size only we can tell.</summary>
    public static BadHttpRequestException OverLimit() =>
        new("The body is larger than its limit.", StatusCodes.Status413PayloadTooLarge);

    public static (BulkOutcomeKind Kind, FactError Error) Describe(Exception exception, long received) =>
        exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
            ? TooLarge()
            : Truncated(received);

    public static (BulkOutcomeKind Kind, FactError Error) Truncated(long received) =>
        (
            BulkOutcomeKind.Truncated,
            Error(
                FactErrorCodes.Truncated,
                string.Create(CultureInfo.InvariantCulture, $"The body broke off after {received} facts.")
            )
        );

    public static (BulkOutcomeKind Kind, FactError Error) TooLarge() =>
        (BulkOutcomeKind.TooLarge, Error(FactErrorCodes.TooLarge, "The body is larger than the server takes."));

    public static (BulkOutcomeKind Kind, FactError Error) TooLarge(long limit) =>
        (
            BulkOutcomeKind.TooLarge,
            Error(
                FactErrorCodes.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The body is larger than {limit} bytes.")
            )
        );

    public static (BulkOutcomeKind Kind, FactError Error) Empty() =>
        (BulkOutcomeKind.Refused, Error(FactErrorCodes.EmptyBody, "There is nothing in the body."));

    private static FactError Error(string code, string message) => new(FactErrors.WholeBody, code, message);
}
