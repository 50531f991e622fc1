using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CxMetrics.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>The real service on a free port of the loopback interface, with a database file of its own.</summary>
internal sealed class CxMetricsApplication : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryDatabase? _ownDatabase;

    private CxMetricsApplication(WebApplication app, TemporaryDatabase? ownDatabase)
    {
        _app = app;
        _ownDatabase = ownDatabase;
        Client = new HttpClient(
            new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None }
        )
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the service.</summary>
    /// <param name="settings">Settings beyond the defaults.</param>
    /// <param name="clock">The clock; the wall clock when null.</param>
    /// <param name="database">The database; a fresh one, deleted at the end, when null.</param>
    /// <param name="services">Changes to the services.</param>
    public static async Task<CxMetricsApplication> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null,
        TimeProvider? clock = null,
        TemporaryDatabase? database = null,
        Action<IServiceCollection>? services = null
    )
    {
        TemporaryDatabase? own = database is null ? new TemporaryDatabase() : null;
        WebApplication app = ApiApplication.Create(builder =>
        {
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration["Storage:ConnectionString"] = (database ?? own!).ConnectionString;
            if (settings is not null)
            {
                builder.Configuration.AddInMemoryCollection(settings);
            }

            if (clock is not null)
            {
                builder.Services.AddSingleton(clock);
            }

            services?.Invoke(builder.Services);
        });
        await app.StartAsync();
        return new CxMetricsApplication(app, own);
    }

    /// <summary>Posts a body as it is.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string body, string contentType = "application/json") =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), contentType);

    /// <summary>Posts bytes as they are.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, byte[] body, string contentType, string? encoding = null)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return Client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Sends one response and returns the status that the receipt says.</summary>
    public async Task<string> SendResponseAsync(JsonObject response)
    {
        using HttpResponseMessage answer = await Client.PostAsJsonAsync("/v1/responses", response);
        string body = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue("the response should be taken, but: {0}", body);
        return JsonNode.Parse(body)!["status"]!.GetValue<string>();
    }

    /// <summary>Sends many responses as NDJSON and returns the report.</summary>
    public async Task<JsonObject> SendResponsesAsync(IEnumerable<JsonObject> responses)
    {
        string body = string.Join('\n', responses.Select(response => response.ToJsonString()));
        using HttpResponseMessage answer = await PostAsync("/v1/responses", body, "application/x-ndjson");
        return await ReadJsonAsync(answer, System.Net.HttpStatusCode.OK);
    }

    /// <summary>Erases a response of the source <c>api</c> and returns the status.</summary>
    public async Task<int> EraseAsync(string id)
    {
        using HttpResponseMessage answer = await Client.DeleteAsync(
            new Uri($"/v1/responses/api/{Uri.EscapeDataString(id)}", UriKind.Relative)
        );
        return (int)answer.StatusCode;
    }

    /// <summary>Sends a declaration of a survey.</summary>
    public Task<HttpResponseMessage> PutSurveyAsync(string key, string body) =>
        Client.PutAsync(new Uri($"/v1/surveys/{Uri.EscapeDataString(key)}", UriKind.Relative), Content.Of(body));

    /// <summary>Declares a survey, which must succeed.</summary>
    public async Task DeclareAsync(string key, string body)
    {
        using HttpResponseMessage answer = await PutSurveyAsync(key, body);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Gets JSON, which must come with 200.</summary>
    public async Task<JsonObject> GetJsonAsync(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadJsonAsync(answer, System.Net.HttpStatusCode.OK);
    }

    /// <summary>Gets text, which must come with 200.</summary>
    public async Task<string> GetTextAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        using HttpResponseMessage answer = await Client.SendAsync(request);
        string body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(System.Net.HttpStatusCode.OK, body);
        return body;
    }

    public static async Task<JsonObject> ReadJsonAsync(HttpResponseMessage answer, System.Net.HttpStatusCode expected)
    {
        string body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(expected, "the body is {0}", body);
        return JsonSerializer.Deserialize<JsonObject>(body)!;
    }

    /// <summary>Stops the service as SIGTERM would.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ownDatabase?.Dispose();
    }
}
