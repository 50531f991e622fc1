using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Commands;

/// <summary><c>import</c> as its users run it.</summary>
public sealed class ImportCommandTests
{
    private const string OwnColumns = """
        No,When,Recommend,Seat comfort,Food,Where,Colour
        1,2026-03-10 08:00:00,9,5,0,Berlin,red
        2,2026-03-10T23:30,3,0,2,Wien,blue
        """;

    private static readonly string[] OwnMapping =
    [
        "--map",
        "id=No",
        "--map",
        "respondedAt=When",
        "--map",
        "nps=Recommend",
        "--map",
        "csat:Seat comfort=Seat comfort",
        "--map",
        "csat:Food=Food",
        "--map",
        "segment=Where",
        "--set",
        "survey=flight",
        "--set",
        "csat.scale=1-10",
        "--time-zone",
        "Europe/Berlin",
        "--not-answered",
        "0",
    ];

    private const string Canonical = """
        id,survey,respondedAt,nps
        a,relationship,2026-03-10T08:00:00Z,9
        b,relationship,2026-03-10T09:00:00Z,11
        c,relationship,yesterday,7
        d,relationship,2026-03-10T10:00:00Z,
        e,relationship,2026-03-10T11:00:00Z,0
        """;

    [Test]
    public async Task Import_OwnColumns_AreTakenAsMapped()
    {
        using var workspace = new CommandWorkspace();
        workspace.Write("flights.csv", OwnColumns);

        CommandResult result = await workspace.RunAsync(["import", "responses", "flights.csv", .. OwnMapping]);

        result.ExitCode.Should().Be(0, result.ToString());
        result.Errors.Should().BeEmpty();
        result
            .Output.Should()
            .Be("Columns not used: Colour\nreceived 2, stored 2, updated 0, duplicates 0, rejected 0");
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(database: workspace.Database);
        JsonObject first = await app.GetJsonAsync("/v1/responses/api/1");
        first["respondedAt"]!.GetValue<string>().Should().Be("2026-03-10T07:00:00Z");
        first["segment"]!.GetValue<string>().Should().Be("Berlin");
        Answers(first).Should().Equal("nps nps 9 on 0-10", "csat Seat comfort 5 on 1-10");
        JsonObject second = await app.GetJsonAsync("/v1/responses/api/2");
        second["respondedAt"]!.GetValue<string>().Should().Be("2026-03-10T22:30:00Z");
        Answers(second).Should().Equal("nps nps 3 on 0-10", "csat Food 2 on 1-10");
    }

    [Test]
    public async Task Import_TheSameFileAgain_IsAllDuplicates()
    {
        using var workspace = new CommandWorkspace();
        workspace.Write("flights.csv", OwnColumns);
        string[] arguments = ["import", "responses", "flights.csv", .. OwnMapping];
        await workspace.RunAsync(arguments);

        CommandResult again = await workspace.RunAsync(arguments);

        again.ExitCode.Should().Be(0, again.ToString());
        again.Output.Should().EndWith("received 2, stored 0, updated 0, duplicates 2, rejected 0");
    }

    [Test]
    public async Task Import_RowNumberAsId_IsTheSameIdAgain()
    {
        using var workspace = new CommandWorkspace();
        workspace.Write("scores.csv", "nps,respondedAt\n9,2026-03-10\n\n9,2026-03-10\n");
        string[] arguments =
        [
            "import",
            "responses",
            "scores.csv",
            "--map",
            "id=@row",
            "--set",
            "survey=s",
            "--set",
            "source=scores",
            "--time-zone",
            "UTC",
        ];

        CommandResult first = await workspace.RunAsync(arguments);
        CommandResult second = await workspace.RunAsync(arguments);

        first.Output.Should().Be("received 2, stored 2, updated 0, duplicates 0, rejected 0");
        second.Output.Should().Be("received 2, stored 0, updated 0, duplicates 2, rejected 0");
    }

    [TestCase("facts.ndjson")]
    [TestCase("facts.jsonl")]
    [TestCase("facts.NDJSON.gz")]
    public async Task Import_Ndjson_IsStored(string name)
    {
        using var workspace = new CommandWorkspace();
        workspace.Write(
            name,
            string.Join('\n', Sample.Responses("r", 3, 0, 10).Select(response => response.ToJsonString()))
        );

        CommandResult result = await workspace.RunAsync("import", "responses", name);

        result.ExitCode.Should().Be(0, result.ToString());
        result.Output.Should().Be("received 3, stored 3, updated 0, duplicates 0, rejected 0");
    }

    [TestCase("facts.csv")]
    [TestCase("facts.csv.gz")]
    public async Task Import_WithRejectedLines_NamesThemAndKeepsTheOthers(string name)
    {
        using var workspace = new CommandWorkspace();
        workspace.Write(name, Canonical);

        CommandResult result = await workspace.RunAsync("import", "responses", name);

        result.ExitCode.Should().Be(1, result.ToString());
        string[] lines = result.Output.Split('\n');
        lines.Should().HaveCount(4);
        lines[0].Should().StartWith("line 3: nps: ").And.EndWith(" (outOfRange)");
        lines[1].Should().StartWith("line 4: respondedAt: ").And.EndWith(" (badTimestamp)");
        lines[2].Should().StartWith("line 5: nps: ").And.EndWith(" (required)");
        lines[3].Should().Be("received 5, stored 2, updated 0, duplicates 0, rejected 3");
    }

    [Test]
    public async Task Import_Json_PrintsTheReportOfTheBulkEndpoint()
    {
        using var workspace = new CommandWorkspace();
        workspace.Write("facts.csv", Canonical);

        CommandResult result = await workspace.RunAsync("import", "responses", "facts.csv", "--json");

        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", Canonical, "text/csv");
        JsonObject report = await CxMetricsApplication.ReadJsonAsync(answer, System.Net.HttpStatusCode.OK);
        result.ExitCode.Should().Be(1);
        JsonNode.DeepEquals(JsonNode.Parse(result.Output), report).Should().BeTrue(result.Output);
    }

    [Test]
    public async Task Import_MoreErrorsThanListed_SaysSo()
    {
        using var workspace = new CommandWorkspace();
        workspace.Write("facts.csv", Canonical);
        var settings = new Dictionary<string, string> { ["Ingestion:MaxReportedErrors"] = "2" };

        CommandResult result = await workspace.RunAsync(settings, "import", "responses", "facts.csv");

        result.Output.Split('\n')[2].Should().Be("… and more errors that are not listed.");
    }

    [Test]
    public async Task Import_BesideARunningService_IsSeenByIt()
    {
        using var workspace = new CommandWorkspace();
        workspace.Write("facts.csv", Canonical);
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(database: workspace.Database);
        await app.SendResponseAsync(Sample.Response("before", 9));

        CommandResult result = await workspace.RunAsync("import", "responses", "facts.csv");

        result.Output.Should().EndWith("received 5, stored 2, updated 0, duplicates 0, rejected 3");
        (await app.SendResponseAsync(Sample.Response("after", 0))).Should().Be("stored");
        (await app.SendResponseAsync(Sample.Response("after", 0))).Should().Be("duplicate");
        JsonObject report = await app.GetJsonAsync("/v1/metrics/nps?from=2026-03-01&to=2026-04-01");
        report["rows"]![0]!["n"]!.GetValue<long>().Should().Be(4);
        report["rows"]![0]!["value"]!.GetValue<double>().Should().Be(0);
    }

    // What a person types wrong gets one sentence that says what to mend.
    [TestCase("There is no field 'scor'.", "facts.csv", "--map", "scor=nps")]
    [TestCase("The file has no column 'Rating'.", "facts.csv", "--map", "csat=Rating")]
    [TestCase("is not of the form FIELD=", "facts.csv", "--map", "csat")]
    [TestCase("--time-zone 'Mars/Base' is not a known time zone", "facts.csv", "--time-zone", "Mars/Base")]
    [TestCase("File does not exist: 'missing.csv'.", "missing.csv")]
    [TestCase("The format of 'facts.xlsx' is not known", "facts.xlsx")]
    [TestCase("are for CSV", "facts.ndjson", "--set", "survey=s")]
    [TestCase("Unrecognized command or argument '--mapp'.", "facts.csv", "--mapp")]
    [TestCase("There is nothing in the body.", "empty.csv")]
    public async Task Import_WrongArguments_SaysSoOnceAndStoresNothing(
        string sentence,
        string file,
        params string[] arguments
    )
    {
        using var workspace = new CommandWorkspace();
        workspace.Write("facts.csv", Canonical);
        workspace.Write("facts.xlsx", "PK");
        workspace.Write("facts.ndjson", "{}");
        workspace.Write("empty.csv", string.Empty);

        CommandResult result = await workspace.RunAsync(["import", "responses", file, .. arguments]);

        result.ExitCode.Should().Be(1, result.ToString());
        result.Errors.Trim().Split('\n')[0].Should().Contain(sentence);
        result.Errors.Should().NotContain("   at ").And.NotContain("Exception");
        result.Output.Should().NotContain("Usage").And.NotContain("Columns not used");
    }

    [Test]
    public async Task Import_UnknownKind_NamesTheKindsThereAre()
    {
        using var workspace = new CommandWorkspace();
        workspace.Write("facts.csv", Canonical);

        CommandResult result = await workspace.RunAsync("import", "surveys", "facts.csv");

        result.ExitCode.Should().Be(1);
        result.Errors.Trim().Should().StartWith("There is no kind 'surveys' to import; there is: responses");
        result.Output.Trim().Should().BeEmpty();
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no SIGTERM.")]
    public async Task Import_Interrupted_SaysThatItIsSafeToRepeat()
    {
        using var workspace = new CommandWorkspace();
        // Seconds of work, of which the signal leaves a fraction.
        IEnumerable<string> rows = Enumerable.Range(0, 500_000).Select(id => $"{id},s,2026-03-10T08:00:00Z,9");
        workspace.Write("long.csv", "id,survey,respondedAt,nps\n" + string.Join('\n', rows));
        var settings = new Dictionary<string, string>
        {
            ["Storage:ConnectionString"] = workspace.Database.ConnectionString,
        };
        await using var process = CommandProcess.Start(workspace.Folder, ["import", "responses", "long.csv"], settings);
        while (!File.Exists(workspace.Database.File) && !process.HasExited)
        {
            await Task.Delay(20);
        }

        await process.TerminateAsync();

        CommandResult result = await process.WaitForExitAsync();
        result.ExitCode.Should().Be(1, result.ToString());
        result.Errors.Should().StartWith("Interrupted.").And.NotContain("   at ");
        CommandResult check = await workspace.RunAsync("db", "check");
        check.ExitCode.Should().Be(0, check.ToString());
    }

    private static IEnumerable<string> Answers(JsonObject response) =>
        response["answers"]!
            .AsArray()
            .Select(answer =>
                $"{answer!["metric"]} {answer["question"]} {answer["score"]} on {answer["scale"]!["min"]}-{answer["scale"]!["max"]}"
            );
}
