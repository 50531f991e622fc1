using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Surveys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CxMetrics.Api.Surveys;

/// <summary>Surveys, one or a page of them.</summary>
internal static class SurveyReading
{
    private const int DefaultLimit = 100;
    private const int MaximumLimit = 1_000;

    public static async Task<IResult> ListSurveys(
        [AsParameters] SurveyListParameters parameters,
        HttpRequest request,
        ISurveyStore store,
        CancellationToken cancellationToken
    )
    {
        var reader = new QueryReader(request);
        reader.RefuseUnknown<SurveyListParameters>();
        string? after = SurveyCursor.Read(parameters.Cursor);
        if (parameters.Cursor is not null && after is null)
        {
            reader.Add("cursor", FactErrorCodes.UnknownValue, "This is not a cursor that the list has given.");
        }

        int limit = reader.Integer("limit", parameters.Limit, DefaultLimit, 1, MaximumLimit);
        if (reader.Errors.Count > 0)
        {
            return Problems.Validation(reader.Errors);
        }

        // One more than asked for, to know whether there is a next page.
        IReadOnlyList<Survey> found = await store.ListAsync(after, limit + 1, cancellationToken);
        return TypedResults.Ok(
            new SurveyPageBody(
                [.. found.Take(limit).Select(SurveyBody.From)],
                found.Count > limit ? SurveyCursor.Write(found[limit - 1].Key) : null
            )
        );
    }

    public static async Task<Results<Ok<SurveyBody>, ProblemHttpResult>> GetSurvey(
        string survey,
        HttpContext context,
        ISurveyStore store,
        CancellationToken cancellationToken
    )
    {
        string key = FactPath.ReadLast(context, survey);
        return await store.FindAsync(key, cancellationToken) is { } found
            ? TypedResults.Ok(SurveyBody.From(found))
            : Problems.NotFound($"There is no survey '{key}'; GET /v1/surveys lists them.");
    }
}
