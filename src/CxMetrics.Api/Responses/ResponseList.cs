using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Api.Responses;

/// <summary>The list of responses.</summary>
internal static class ResponseList
{
    private const int DefaultLimit = 100;
    private const int MaximumLimit = 1_000;

    public static async Task<IResult> ListResponses(
        [AsParameters] ResponseListParameters parameters,
        HttpRequest request,
        IResponseStore store,
        ReportingCalendar calendar,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var reader = new QueryReader(request);
        reader.RefuseUnknown<ResponseListParameters>();
        ResponseQuery query = Bind(parameters, calendar, clock.GetUtcNow(), reader);
        ResultFormat? format = ResultFormats.Negotiate(request, parameters.Format, reader);
        if (reader.Errors.Count > 0)
        {
            return Problems.Validation(reader.Errors);
        }

        if (format is null)
        {
            return Problems.NotAcceptable("Responses come as application/json or text/csv.");
        }

        ResponsePage page = await store.ListAsync(query, cancellationToken);
        string? next = page.Next is { } position ? ResponseCursor.Write(position) : null;
        if (next is not null)
        {
            request.HttpContext.Response.Headers.Link = $"<{NextPage(request, next)}>; rel=\"next\"";
        }

        return format == ResultFormat.Csv
            ? TypedResults.Bytes(ResponseCsv.Write(page), Csv.ContentType)
            : TypedResults.Ok(new ResponsePageBody([.. page.Responses.Select(StoredResponseBody.From)], next));
    }

    private static ResponseQuery Bind(
        ResponseListParameters given,
        ReportingCalendar calendar,
        DateTimeOffset now,
        QueryReader reader
    )
    {
        DateOnly? from = reader.Date("from", given.From);
        DateOnly? to = reader.Date("to", given.To);
        if (from >= to)
        {
            reader.Add("from", FactErrorCodes.OutOfRange, "The range is empty: from must lie before to.");
        }

        ResponsePosition? after = ResponseCursor.Read(given.Cursor);
        if (given.Cursor is not null && after is null)
        {
            reader.Add("cursor", FactErrorCodes.UnknownValue, "This is not a cursor that the list has given.");
        }

        return new ResponseQuery(
            from is { } first ? calendar.StartOf(first) : null,
            to is { } end ? calendar.StartOf(end) : null,
            Trimmed(given.Survey),
            Trimmed(given.CustomerId),
            after,
            reader.Integer("limit", given.Limit, DefaultLimit, 1, MaximumLimit)
        )
        {
            Test = reader.Boolean("test", given.Test),
            SuspectedDuplicate = reader.Boolean("suspectedDuplicate", given.SuspectedDuplicate),
            AsOf = reader.PastInstant("asOf", given.AsOf, now),
        };
    }

    private static string? Trimmed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string NextPage(HttpRequest request, string cursor)
    {
        IEnumerable<KeyValuePair<string, string?>> kept = request
            .Query.Where(parameter => parameter.Key != "cursor")
            .SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value)));
        return request.PathBase
            + request.Path
            + QueryString.Create(kept.Append(KeyValuePair.Create("cursor", (string?)cursor)));
    }
}
