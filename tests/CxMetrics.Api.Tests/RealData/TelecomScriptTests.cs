using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Commands;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>Answers without a unique id, a date without a time, and six further ratings from 0 to 10 with blanks.</summary>
[Category("RealData")]
[Order(1)]
public sealed class TelecomScriptTests
{
    private const string Set = "nps-telecom-scripts";

    private static readonly string[] Items =
    [
        "CONNECTION_TIME",
        "SALES_PERSON_SAT",
        "SALES_FRIENDLY_SAT",
        "COMMINICATION_SAT",
        "FIRST_BILL_SAT",
        "AGENT_KNOWLEDGE",
    ];

    private ExpectedNumbers _expected = null!;
    private (int ExitCode, JsonObject Report) _import;

    [OneTimeSetUp]
    public async Task ImportAsync()
    {
        _expected = new ExpectedNumbers(Set, "2023-02-01", "2023-07-01");
        string[] items = [.. Items.SelectMany(item => new[] { "--map", $"rating:{item}={item}" })];
        string[] others =
        [
            "--map",
            "id=@row",
            "--map",
            "customerId=SURVEY_ID",
            "--map",
            "nps=SCORE",
            "--map",
            "respondedAt=MONTH",
            "--map",
            "segment=GROUP",
            "--map",
            "channel=VOLT_FLAG",
            "--set",
            "touchpoint=joining call",
            "--set",
            "rating.scale=0-10",
            "--time-zone",
            "UTC",
        ];
        _import = await RealDataDatabase.ImportAsync(Set, "responses.csv", [.. others, .. items]);
    }

    [Test]
    public void Import_TakesEveryRow()
    {
        _import.ExitCode.Should().Be(0);
        _import.Report["stored"]!.GetValue<long>().Should().Be(647);
    }

    [Test]
    public async Task Import_RatingsToTenAsSatisfaction_AreRefusedUnlessTheScaleIsSaid()
    {
        using var workspace = new CommandWorkspace();
        string file = RealDataFolder.PathOf(Set, "responses.csv");
        string[] ratings =
        [
            .. DelimitedText.Read(await File.ReadAllTextAsync(file)).Select(row => row["FIRST_BILL_SAT"]),
        ];
        string[] arguments = ["import", "responses", file, "--set", "survey=s", "--time-zone", "UTC", "--json"];
        string[] maps = ["--map", "id=@row", "--map", "respondedAt=MONTH", "--map", "csat=FIRST_BILL_SAT"];

        CommandResult result = await workspace.RunAsync([.. arguments, .. maps]);

        result.ExitCode.Should().Be(1, result.ToString());
        long stored = JsonNode.Parse(result.Output)!["stored"]!.GetValue<long>();
        stored.Should().Be(ratings.Count(rating => rating is "1" or "2" or "3" or "4" or "5"));
    }

    [Test]
    public async Task Nps_Overall_IsAsExpected() =>
        ExpectedNumbers.CompareNps(await _expected.ReadAsync("nps"), _expected["overall"]);

    [Test]
    public async Task Nps_ByGroup_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("nps", "segment"),
            _expected["byGroup"],
            ExpectedNumbers.CompareNps
        );

    [Test]
    public async Task Nps_ByBundle_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("nps", "channel", value => value ?? "blank"),
            _expected["byVoltFlag"],
            ExpectedNumbers.CompareNps
        );

    [Test]
    public async Task Nps_ByMonth_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadPeriodsAsync("nps", "month", ExpectedNumbers.Day),
            _expected["byMonth"],
            ExpectedNumbers.CompareNps
        );

    [Test]
    public async Task RatingMean_ByQuestion_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("rating-mean", "question"),
            _expected["itemMeans"],
            ExpectedNumbers.CompareMean
        );
}
