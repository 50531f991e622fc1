using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Commands;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>One database with all the data sets, each its own survey, and a service that reads it while they are imported.</summary>
[SetUpFixture]
public sealed class RealDataDatabase
{
    private static TemporaryDatabase? _database;
    private static CxMetricsApplication? _application;

    internal static CxMetricsApplication Application => _application!;

    /// <summary>How many responses were stored, by what the reports said.</summary>
    internal static long Stored { get; private set; }

    /// <summary>Imports a file of a data set with the real executable; skips if the set is missing.</summary>
    /// <returns>The exit code and the report.</returns>
    internal static async Task<(int ExitCode, JsonObject Report)> ImportAsync(
        string set,
        string file,
        params string[] options
    )
    {
        RealDataFolder.Require(set);
        string[] arguments = ["import", "responses", RealDataFolder.PathOf(set, file)];
        string[] names = ["--set", $"survey={set}", "--set", $"source={set}", "--json"];
        CommandResult result = await RunAsync([.. arguments, .. names, .. options]);
        result.Errors.Should().BeEmpty();
        return (result.ExitCode, Counted(JsonNode.Parse(result.Output)!.AsObject()));
    }

    /// <summary>Sends responses through the API.</summary>
    /// <returns>The report.</returns>
    internal static async Task<JsonObject> SendAsync(IEnumerable<JsonObject> responses) =>
        Counted(await Application.SendResponsesAsync(responses));

    internal static Task<CommandResult> RunAsync(params string[] arguments) =>
        CommandProcess.RunAsync(
            _database!.Folder,
            arguments,
            new Dictionary<string, string>
            {
                ["Storage:ConnectionString"] = _database.ConnectionString,
                // All of the lines that the call centre has no rating for.
                ["Ingestion:MaxReportedErrors"] = "1000",
            }
        );

    [OneTimeSetUp]
    public async Task CreateAsync()
    {
        _database = new TemporaryDatabase();
        _application = await CxMetricsApplication.StartAsync(database: _database);
    }

    [OneTimeTearDown]
    public async Task DeleteAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        _database?.Dispose();
    }

    private static JsonObject Counted(JsonObject report)
    {
        Stored += report["stored"]!.GetValue<long>();
        return report;
    }
}
