using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Ingestion;
using Microsoft.Extensions.Options;

namespace CxMetrics.Api.Surveys;

/// <summary>Takes declarations of surveys.</summary>
internal static class SurveyDeclaring
{
    public static Task<IResult> DeclareSurvey(
        string survey,
        HttpContext context,
        ISurveyStore store,
        IOptions<IngestionOptions> limits,
        CancellationToken cancellationToken
    ) =>
        JsonRequest.UseAsync<SurveyDeclarationBody>(
            context.Request,
            limits.Value.MaxBodyBytes,
            body => DeclareAsync(context, FactPath.ReadLast(context, survey), body, store, cancellationToken),
            cancellationToken
        );

    private static async ValueTask<IResult> DeclareAsync(
        HttpContext context,
        string key,
        SurveyDeclarationBody body,
        ISurveyStore store,
        CancellationToken cancellationToken
    )
    {
        var binder = new SurveyDeclarationBinder();
        SurveyDeclaration declaration = binder.Bind(key, body);
        if (binder.Errors.Count > 0)
        {
            return Problems.Validation(binder.Errors);
        }

        DeclarationResult result = await store.DeclareAsync(declaration, cancellationToken);
        return result.Status switch
        {
            AppendStatus.QueueFull => QueueRefusals.Full(context),
            AppendStatus.Stopping => QueueRefusals.Stopping(context),
            AppendStatus.Committed when result.Survey is null => Problems.Validation(result.Errors),
            AppendStatus.Committed => result.IsNew
                ? TypedResults.Created(
                    $"/v1/surveys/{Uri.EscapeDataString(declaration.Key)}",
                    SurveyBody.From(result.Survey)
                )
                : TypedResults.Ok(SurveyBody.From(result.Survey)),
        };
    }
}
