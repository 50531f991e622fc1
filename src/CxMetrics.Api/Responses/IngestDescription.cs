using CxMetrics.Api.Hosting;
using CxMetrics.Ingestion;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxMetrics.Api.Responses;

/// <summary>Describes what depends on the content type of the request: one fact or many in, a receipt or a report out.</summary>
internal static class IngestDescription
{
    private const string CsvExample =
        "id,survey,respondedAt,nps,comment\r\nr-1,relationship,2026-03-01T10:15:30Z,9,\"Quick, friendly\"\r\n";

    private const string NdjsonExample =
        """{"id":"r-1","survey":"relationship","respondedAt":"2026-03-01T10:15:30Z","answers":[{"metric":"nps","score":9}]}"""
        + "\n";

    public static async Task DescribeAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        IDictionary<string, OpenApiMediaType> request = operation.RequestBody!.Content!;
        IOpenApiSchema fact = request[MediaTypes.Json].Schema!;
        var many = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = fact,
            MaxItems = new IngestionOptions().MaxBatchFacts,
        };
        request[MediaTypes.Json].Schema = new OpenApiSchema { OneOf = [fact, many] };
        request[MediaTypes.NewlineDelimitedJson] = Text("One response as JSON per line.", NdjsonExample);
        request[Csv.MediaType] = Text(
            "RFC 4180 with a header of member names. Answers as `metric,score` or as columns `nps`, `csat`, `ces`, `rating`, "
                + "with a question as `csat:Seat comfort` and a scale as `csat.scale`.",
            CsvExample
        );

        OpenApiMediaType done = operation.Responses!["200"].Content![MediaTypes.Json];
        OpenApiSchema report = await context.GetOrCreateSchemaAsync(
            typeof(IngestReport),
            parameterDescription: null,
            cancellationToken
        );
        context.Document!.AddComponent(nameof(IngestReport), report);
        done.Schema = new OpenApiSchema
        {
            OneOf = [done.Schema!, new OpenApiSchemaReference(nameof(IngestReport), context.Document)],
        };
    }

    private static OpenApiMediaType Text(string description, string example) =>
        new()
        {
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = description },
            Example = example,
        };
}
