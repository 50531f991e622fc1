using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CxMetrics.Api.Tests.Hosting;
using CxMetrics.Api.Tests.Specification;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CxMetrics.Api.Tests.Documentation;

/// <summary>docs/calculations-over-http.md says what the service does.</summary>
public sealed partial class CalculationsPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "calculations-over-http.md"));

    [Test]
    public async Task Page_ListsEveryCalculation()
    {
        const string Prefix = "/v1/calculations/";
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        IEnumerable<string> mapped = app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(path => path.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(path => path[Prefix.Length..]);

        string table = Page[..Page.IndexOf("## One request", StringComparison.Ordinal)];

        TableName().Matches(table).Select(match => match.Groups["name"].Value).Should().BeEquivalentTo(mapped);
    }

    [Test]
    public async Task WorkedRequest_WhenSent_GivesTheWorkedAnswer()
    {
        Match worked = WorkedRequest().Match(Page);
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        using HttpResponseMessage answer = await app.PostAsync(
            worked.Groups["path"].Value,
            worked.Groups["body"].Value
        );

        JsonObject sent = await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
        JsonNumbers.Rounded(sent).Should().Be(JsonNumbers.Rounded(JsonNode.Parse(worked.Groups["answer"].Value)!));
    }

    [GeneratedRegex(
        @"^\| `(?<name>[a-z/-]+)` \|",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex TableName();

    [GeneratedRegex(
        @"http://127\.0\.0\.1:5080(?<path>\S+).*?-d '(?<body>[^']+)'.*?```json(?<answer>.*?)```",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex WorkedRequest();
}
