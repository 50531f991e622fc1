using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CxMetrics.Domain.Facts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace CxMetrics.Api.Hosting;

/// <summary>Reads one JSON object as a record; what is wrong is answered with the member's name.</summary>
internal static class JsonRequest
{
    /// <summary>Reads the body and answers with what <paramref name="use"/> makes of it, or with the reason why it is refused.</summary>
    public static Task<IResult> UseAsync<TBody>(
        HttpRequest request,
        long limit,
        Func<TBody, IResult> use,
        CancellationToken cancellationToken
    )
        where TBody : class =>
        UseAsync<TBody>(request, limit, body => ValueTask.FromResult(use(body)), cancellationToken);

    /// <inheritdoc cref="UseAsync{TBody}(HttpRequest, long, Func{TBody, IResult}, CancellationToken)"/>
    public static Task<IResult> UseAsync<TBody>(
        HttpRequest request,
        long limit,
        Func<TBody, ValueTask<IResult>> use,
        CancellationToken cancellationToken
    )
        where TBody : class
    {
        if (!RequestBody.IsEncodingKnown(request) || BodyFormats.Of(request) != BodyFormat.Json)
        {
            return Task.FromResult<IResult>(
                Problems.UnsupportedMediaType("Content-Type", "Send application/json in UTF-8, plain or gzip.")
            );
        }

        return RequestBody.UseWholeAsync(
            request,
            limit,
            json =>
            {
                (TBody? body, IResult? refusal) = Parse<TBody>(request, json);
                return refusal is null ? use(body!) : ValueTask.FromResult(refusal);
            },
            cancellationToken
        );
    }

    private static (TBody? Body, IResult? Refusal) Parse<TBody>(HttpRequest request, ReadOnlySequence<byte> json)
        where TBody : class
    {
        JsonSerializerOptions options = request
            .HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>()
            .Value.SerializerOptions;
        if (json.IsEmpty)
        {
            return (
                null,
                Problems.Validation("body", FactErrorCodes.EmptyBody, "The body is empty; send a JSON object.")
            );
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            var body = JsonSerializer.Deserialize<TBody>(ref reader, options);
            return body is null
                ? (null, Problems.Validation("body", FactErrorCodes.WrongType, "The body is null; send a JSON object."))
                : (body, EnsureEnd(ref reader));
        }
        catch (JsonException exception)
        {
            return (null, Refuse(exception, options.GetTypeInfo(typeof(TBody))));
        }
    }

    private static ProblemHttpResult? EnsureEnd(ref Utf8JsonReader reader) =>
        reader.Read()
            ? Problems.Validation("body", FactErrorCodes.InvalidJson, "There is more after the object.")
            : null;

    private static ProblemHttpResult Refuse(JsonException exception, JsonTypeInfo type)
    {
        // A syntax error carries the reader's own exception; anything else is about the member at the path.
        if (exception.InnerException is JsonException || exception.Path is null or "$")
        {
            string place = exception.LineNumber is { } line
                ? $" (line {line + 1}, byte {exception.BytePositionInLine + 1})"
                : string.Empty;
            return Problems.Validation(
                "body",
                FactErrorCodes.InvalidJson,
                $"The body is not a JSON object of the expected shape{place}."
            );
        }

        string member = MemberPath.WithoutRoot(exception.Path);
        return IsKnown(member, type)
            ? Problems.Validation(
                member,
                FactErrorCodes.WrongType,
                $"{member} does not have its form: a wrong type, a number out of range, a member missing or given twice."
            )
            : Problems.Validation(member, FactErrorCodes.UnknownMember, $"There is no member '{member}' here.");
    }

    /// <summary>Whether every step of the path is a member of the record before it. Elements and entries are known by nature.</summary>
    private static bool IsKnown(string path, JsonTypeInfo type)
    {
        foreach (string step in MemberPath.Steps(path))
        {
            Type? next = type.Kind == JsonTypeInfoKind.Object ? Find(type, step)?.PropertyType : type.ElementType;
            if (next is null)
            {
                return type.Kind == JsonTypeInfoKind.None;
            }

            type = type.Options.GetTypeInfo(next);
        }

        return true;
    }

    // Names are read in any case, as web clients write them.
    private static JsonPropertyInfo? Find(JsonTypeInfo type, string name) =>
        type.Properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
