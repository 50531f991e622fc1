using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>One service for all tests of calculations: they store nothing, so none of them can see another.</summary>
[SetUpFixture]
public sealed class CalculationService
{
    private static CxMetricsApplication? _app;

    [OneTimeSetUp]
    public async Task StartAsync() => _app = await CxMetricsApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _app!.DisposeAsync();

    internal static Task<HttpResponseMessage> PostAsync(
        string name,
        string body,
        string contentType = "application/json"
    ) => _app!.PostAsync($"/v1/calculations/{name}", body, contentType);

    internal static Task<HttpResponseMessage> PostGzipAsync(string name, byte[] body) =>
        _app!.PostAsync($"/v1/calculations/{name}", body, "application/json", "gzip");

    /// <summary>Posts numbers that must be answered.</summary>
    internal static async Task<JsonObject> AnswerAsync(string name, string body)
    {
        using HttpResponseMessage answer = await PostAsync(name, body);
        return await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>Posts numbers that must be refused with these errors, each as <c>field code</c>, and no others.</summary>
    internal static async Task AssertRefusedAsync(string name, string body, params string[] errors)
    {
        using HttpResponseMessage answer = await PostAsync(name, body);
        JsonObject problem = await Problem.ReadAsync(answer, HttpStatusCode.BadRequest);
        problem.Errors().Should().Equal(errors, "the problem is {0}", problem.ToJsonString());
    }
}
