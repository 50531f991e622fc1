using System.Net;
using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>A service with one response in it, a promoter, that has to outlive whatever is sent afterwards.</summary>
internal static class Kept
{
    public const string Id = "kept";
    private const string March = "from=2026-03-01&to=2026-04-01";

    /// <summary>Starts a service at a fixed time and stores the response.</summary>
    public static async Task<CxMetricsApplication> StartAsync(params (string Name, string Value)[] settings)
    {
        CxMetricsApplication app = await CxMetricsApplication.StartAsync(
            settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
            TestClock.At("2026-04-01T00:00:00Z")
        );
        (await app.SendResponseAsync(Sample.Response(Id, 10))).Should().Be("stored");
        return app;
    }

    /// <summary>The ids of all responses, in order.</summary>
    public static async Task<IReadOnlyList<string>> IdsAsync(this CxMetricsApplication app)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            string more = cursor is null ? "" : $"&cursor={cursor}";
            JsonObject page = await app.GetJsonAsync($"/v1/responses?limit=1000{more}");
            ids.AddRange(page["responses"]!.AsArray().Select(response => response!["id"]!.GetValue<string>()));
            cursor = page["nextCursor"]?.GetValue<string>();
        } while (cursor is not null);

        ids.Should().OnlyHaveUniqueItems();
        ids.Sort(StringComparer.Ordinal);
        return ids;
    }

    /// <summary>Waits until so many responses are there.</summary>
    public static async Task WaitForAsync(this CxMetricsApplication app, int count)
    {
        while ((await app.IdsAsync()).Count < count)
        {
            await Task.Delay(10);
        }
    }

    /// <summary>The counts behind the NPS of March 2026: detractors, passives, promoters.</summary>
    public static async Task<(int Detractors, int Passives, int Promoters)> NpsCountsAsync(
        this CxMetricsApplication app
    )
    {
        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?{March}");
        JsonNode breakdown = report["rows"]![0]!["breakdown"]!;
        return (
            breakdown["detractors"]!.GetValue<int>(),
            breakdown["passives"]!.GetValue<int>(),
            breakdown["promoters"]!.GetValue<int>()
        );
    }

    /// <summary>Asserts that the response is still readable and counted, and that beside it are exactly these.</summary>
    public static async Task AssertKeptAsync(this CxMetricsApplication app, params string[] others)
    {
        JsonObject kept = await app.GetJsonAsync($"/v1/responses/api/{Id}");
        kept["answers"]![0]!["score"]!.GetValue<int>().Should().Be(10);
        (await app.IdsAsync()).Should().BeEquivalentTo([Id, .. others]);
        (int detractors, int passives, int promoters) = await app.NpsCountsAsync();
        promoters.Should().BeGreaterThan(0);
        (detractors + passives + promoters).Should().Be(1 + others.Length);
    }

    /// <summary>Posts a body that has to be refused as a whole, and asserts the errors and that nothing was stored or lost.</summary>
    public static async Task<JsonObject> AssertRefusedAsync(
        this CxMetricsApplication app,
        HttpContent body,
        HttpStatusCode status,
        params string[] errors
    )
    {
        using HttpResponseMessage answer = await app.Client.PostAsync(new Uri("/v1/responses", UriKind.Relative), body);
        JsonObject problem = await Problem.ReadAsync(answer, status);
        problem.Errors().Should().Equal(errors);
        await app.AssertKeptAsync();
        return problem;
    }
}
