using System.Reflection;
using System.Runtime.CompilerServices;
using CxMetrics.Api.Hosting;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Tests.Hosting;
using CxMetrics.Calculation;
using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion;
using CxMetrics.Storage;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CxMetrics.Api.Tests;

/// <summary>What the code agrees on beyond what the compiler checks.</summary>
public sealed class ConventionTests
{
    private static readonly string[] InputAndOutput =
    [
        "Dapper",
        "CsvHelper",
        "Microsoft.AspNetCore",
        "Microsoft.Data",
        "Microsoft.Extensions",
        "SQLitePCLRaw",
        "System.Data",
        "System.IO",
        "System.Net",
    ];

    [TestCase(typeof(NetPromoterScore))]
    [TestCase(typeof(SurveyResponse))]
    public void PureAssembly_ReferencesNoInputOrOutput(Type member) =>
        References(member.Assembly)
            .Where(name => Array.Exists(InputAndOutput, part => name.StartsWith(part, StringComparison.Ordinal)))
            .Should()
            .BeEmpty();

    [TestCase(typeof(NetPromoterScore), new string[0])]
    [TestCase(typeof(SurveyResponse), new[] { "CxMetrics.Calculation" })]
    [TestCase(typeof(ResponseIngestor), new[] { "CxMetrics.Calculation", "CxMetrics.Domain" })]
    [TestCase(typeof(StorageOptions), new[] { "CxMetrics.Calculation", "CxMetrics.Domain" })]
    public void Dependencies_PointOneWay(Type member, string[] allowed) =>
        References(member.Assembly)
            .Where(name => name.StartsWith("CxMetrics.", StringComparison.Ordinal))
            .Should()
            .BeSubsetOf(allowed);

    [Test]
    public void Api_HasNoPublicTypes() =>
        // The SDK makes Program public, so that test hosts find it.
        typeof(ApiApplication)
            .Assembly.GetExportedTypes()
            .Where(type => type.Name != "Program" && !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Should()
            .BeEmpty();

    [Test]
    public async Task Endpoint_HasNameSummaryAndProblems()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        RouteEndpoint[] endpoints = [.. DescribedEndpoints(app)];

        endpoints.Should().NotBeEmpty();
        foreach (RouteEndpoint endpoint in endpoints)
        {
            string path = endpoint.RoutePattern.RawText!;
            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName.Should().NotBeNullOrEmpty(path);
            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>().Should().NotBeNull(path);
            endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary.Should().NotBeNullOrEmpty(path);
            endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>().Should().NotBeNull(path);
            if (CanFail(endpoint))
            {
                endpoint
                    .Metadata.OfType<IProducesResponseTypeMetadata>()
                    .Where(response => response.Type == typeof(ProblemBody))
                    .Should()
                    .OnlyContain(response => response.ContentTypes.Contains(Problems.ContentType))
                    .And.NotBeEmpty(path);
            }
        }

        endpoints.Select(Name).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task EndpointThatTakesABody_SaysThatItRefusesBadOnes()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        foreach (RouteEndpoint endpoint in DescribedEndpoints(app).Where(TakesABody))
        {
            endpoint
                .Metadata.OfType<IProducesResponseTypeMetadata>()
                .Select(response => response.StatusCode)
                .Should()
                .Contain([400, 413, 415], Name(endpoint));
        }
    }

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IEnumerable<RouteEndpoint> DescribedEndpoints(CxMetricsApplication app) =>
        app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null);

    private static string? Name(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    // Liveness and the catalogue are the same whatever comes and whatever state the process is in.
    private static bool CanFail(RouteEndpoint endpoint) => Name(endpoint) is not ("GetLiveness" or "ListMetrics");

    private static bool TakesABody(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true;
}
