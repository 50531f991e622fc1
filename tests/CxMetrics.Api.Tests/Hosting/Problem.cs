using System.Net;
using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>Assertions over problem details.</summary>
internal static class Problem
{
    /// <summary>Reads an answer that must be a problem of this status.</summary>
    public static async Task<JsonObject> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        JsonObject problem = await CxMetricsApplication.ReadJsonAsync(answer, expected);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        problem["status"]!.GetValue<int>().Should().Be((int)expected);
        problem["title"]!.GetValue<string>().Should().NotBeEmpty();
        problem["detail"]!.GetValue<string>().Should().NotBeEmpty();
        return problem;
    }

    /// <summary>Reads an answer that must be a problem with this error among others.</summary>
    public static async Task<JsonObject> ReadAsync(
        HttpResponseMessage answer,
        HttpStatusCode expected,
        string field,
        string code
    )
    {
        JsonObject problem = await ReadAsync(answer, expected);
        problem["errors"]!
            .AsArray()
            .Select(error => (error!["field"]!.GetValue<string>(), error["code"]!.GetValue<string>()))
            .Should()
            .Contain((field, code), "the problem is {0}", problem.ToJsonString());
        return problem;
    }
}
