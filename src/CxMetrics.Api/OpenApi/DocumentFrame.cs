using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxMetrics.Api.OpenApi;

/// <summary>What the document says about the API as a whole.</summary>
internal sealed class DocumentFrame : IOpenApiDocumentTransformer
{
    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "CxMetrics",
            Version = "v1",
            Summary = "Customer-experience metrics with their uncertainty.",
            Description =
                "Send survey responses, read NPS, CSAT and CES with a confidence interval on every number.\n\n"
                + "Errors are problem details (RFC 9457). Validation problems list `errors`, each with the path of the member, "
                + "a stable code and a message. Ranges are days in the reporting zone, `from` inclusive, `to` exclusive.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        // The address is whoever's it is; clients bring their own base address.
        document.Servers = [new OpenApiServer { Url = "/", Description = "Where this document was served." }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Responses", Description = "Survey responses in, and back out." },
            new() { Name = "Metrics", Description = "Scores with their uncertainty." },
            new() { Name = "Calculations", Description = "The same arithmetic for numbers you bring." },
            new() { Name = "Health", Description = "For load balancers and orchestrators." },
        };
        return Task.CompletedTask;
    }
}
