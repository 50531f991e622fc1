using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Specification;

/// <summary>The committed description is what the service serves, and says what clients need.</summary>
[Category("Specification")]
public sealed class OpenApiSpecTests
{
    /// <summary>Set to write the file instead of comparing it: see eng/update-spec.sh.</summary>
    private const string UpdateVariable = "CXMETRICS_UPDATE_SPEC";

    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    [Test]
    public async Task Description_Served_IsTheCommittedOne()
    {
        string served = (await ServedAsync()).ToJsonString(JsonNumbers.Indented) + "\n";
        string file = Repository.PathOf("api-spec", "openapi.json");
        if (Environment.GetEnvironmentVariable(UpdateVariable) is not null)
        {
            await File.WriteAllTextAsync(file, served);
        }

        (await File.ReadAllTextAsync(file)).Should().Be(served, "run eng/update-spec.sh and commit the result");
    }

    [Test]
    public async Task Description_IsOpenApi31()
    {
        (await ServedAsync())["openapi"]!.GetValue<string>().Should().StartWith("3.1");
    }

    [Test]
    public async Task Operations_AllHaveNamesTextsExamplesAndProblems()
    {
        foreach ((string name, JsonObject operation) in await OperationsAsync())
        {
            operation["operationId"]!.GetValue<string>().Should().MatchRegex("^[A-Z][A-Za-z]+$", name);
            operation["summary"]!.GetValue<string>().Should().NotBeEmpty(name);
            operation["description"]!.GetValue<string>().Should().NotBeEmpty(name);
            operation["tags"]!.AsArray().Should().ContainSingle(name);
            JsonObject responses = operation["responses"]!.AsObject();
            foreach ((string status, JsonNode? response) in responses)
            {
                response!["description"]!.GetValue<string>().Should().NotBeEmpty($"{name} {status}");
                if (status[0] is '4' or '5')
                {
                    response["content"]!
                        .AsObject()
                        .Select(content => content.Key)
                        .Should()
                        .Equal(["application/problem+json"], $"{name} {status}");
                }
            }

            responses
                .Where(response => response.Key[0] == '2')
                .Any(response =>
                    response.Key == "204" || response.Value!["content"]?["application/json"]?["example"] is not null
                )
                .Should()
                .BeTrue($"{name} shows an answer");
            (
                operation["requestBody"] is null
                || operation["requestBody"]!["content"]!["application/json"]!["example"] is not null
            )
                .Should()
                .BeTrue($"{name} shows a request");
        }
    }

    [Test]
    public async Task Parameters_AllHaveADescriptionAndAType()
    {
        foreach ((string name, JsonObject operation) in await OperationsAsync())
        {
            foreach (JsonNode? parameter in operation["parameters"]?.AsArray() ?? [])
            {
                parameter!["description"]!.GetValue<string>().Should().NotBeEmpty($"{name} {parameter["name"]}");
                parameter["schema"]!["type"].Should().NotBeNull($"{name} {parameter["name"]}");
            }
        }
    }

    [Test]
    public async Task Calculations_AllStateHowMuchTheyTake()
    {
        JsonObject description = await ServedAsync();
        foreach ((string path, JsonNode? item) in description["paths"]!.AsObject())
        {
            if (!path.StartsWith("/v1/calculations/", StringComparison.Ordinal))
            {
                continue;
            }

            JsonNode operation = item!["post"]!;
            operation["description"]!.GetValue<string>().Should().Contain("at most 1,000,000 values", path);
            JsonNode request = operation["requestBody"]!["content"]!["application/json"]!["schema"]!;
            foreach ((string member, JsonNode list) in ListsIn(description, request, path))
            {
                list["maxItems"].Should().NotBeNull(member);
            }
        }
    }

    [Test]
    public async Task SwaggerPage_IsServed()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        (await app.GetTextAsync("/swagger/index.html", "text/html")).Should().Contain("CxMetrics API");
    }

    /// <summary>Every list among the members of a request, at whatever depth.</summary>
    private static IEnumerable<(string Member, JsonNode List)> ListsIn(
        JsonObject description,
        JsonNode schema,
        string member
    )
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            string name = reference[(reference.LastIndexOf('/') + 1)..];
            return ListsIn(description, description["components"]!["schemas"]![name]!, member);
        }

        IEnumerable<(string Member, JsonNode Schema)> parts =
        [
            .. (schema["properties"]?.AsObject() ?? []).Select(part => ($"{member}.{part.Key}", part.Value!)),
            .. (schema["oneOf"]?.AsArray() ?? []).Select(part => (member, part!)),
        ];
        if (schema["items"] is { } element)
        {
            // Lists within a list count towards the values of the call.
            parts = element["items"] is null ? [(member, element)] : [];
            return [(member, schema), .. parts.SelectMany(part => ListsIn(description, part.Schema, part.Member))];
        }

        return parts.SelectMany(part => ListsIn(description, part.Schema, part.Member));
    }

    private static async Task<JsonObject> ServedAsync()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        return await app.GetJsonAsync("/openapi/v1.json");
    }

    private static async Task<IReadOnlyList<(string Name, JsonObject Operation)>> OperationsAsync() =>
        [
            .. (await ServedAsync())["paths"]!
                .AsObject()
                .SelectMany(path =>
                    path.Value!.AsObject()
                        .Where(member => Methods.Contains(member.Key))
                        .Select(member => ($"{member.Key} {path.Key}", member.Value!.AsObject()))
                ),
        ];
}
