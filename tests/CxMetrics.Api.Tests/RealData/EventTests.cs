using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>A small survey with comments: commas, quotes, typographic characters, spaces at the end.</summary>
[Category("RealData")]
[Order(1)]
public sealed class EventTests
{
    private const string Set = "nps-event-sudzilla";
    private const string List = $"/v1/responses?survey={Set}&limit=1000";

    private ExpectedNumbers _expected = null!;
    private (int ExitCode, JsonObject Report) _import;
    private IReadOnlyList<string> _comments = null!;

    [OneTimeSetUp]
    public async Task ImportAsync()
    {
        _expected = new ExpectedNumbers(Set, "2019-11-01", "2019-11-05");
        string text = await File.ReadAllTextAsync(RealDataFolder.PathOf(Set, "responses.csv"));
        _comments = [.. DelimitedText.Read(text).Select(row => row["why"])];
        string[] options =
        [
            "--map",
            "id=@row",
            "--map",
            "nps=score",
            "--map",
            "respondedAt=Timestamp",
            "--map",
            "comment=why",
            "--map",
            "rating:opening=opening_keynote",
            "--map",
            "rating:closing=closing_keynote",
            "--set",
            "rating.scale=0-10",
            "--set",
            "touchpoint=event",
            "--time-zone",
            "UTC",
        ];
        _import = await RealDataDatabase.ImportAsync(Set, "responses.csv", options);
    }

    [Test]
    public void Import_TakesEveryRow()
    {
        _import.ExitCode.Should().Be(0);
        _import.Report["stored"]!.GetValue<long>().Should().Be(39);
    }

    [Test]
    public async Task Nps_Overall_IsAsExpected()
    {
        JsonObject row = await _expected.ReadAsync("nps");

        ExpectedNumbers.CompareNps(row, _expected["overall"]);
        Math.Round(row["value"]!.GetValue<double>(), 1)
            .Should()
            .Be(_expected["publishedAnswer"]["NPS Score"]!.GetValue<double>());
    }

    [Test]
    public async Task Nps_ByDay_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadPeriodsAsync("nps", "day", ExpectedNumbers.Day),
            _expected["byDay"],
            ExpectedNumbers.CompareNps
        );

    [Test]
    public async Task RatingMean_OfKeynotes_IsAsExpected()
    {
        IReadOnlyDictionary<string, JsonObject> rows = await _expected.ReadGroupsAsync("rating-mean", "question");

        foreach ((string keynote, JsonNode? mean) in _expected["meanKeynoteRating"])
        {
            rows[keynote]["n"]!.GetValue<long>().Should().Be(39);
            rows[keynote]["value"]!.GetValue<double>().Should().BeApproximately(mean!.GetValue<double>(), 0.5e-6);
        }
    }

    [Test]
    public async Task List_Json_HasTheCommentsAsTheyWere()
    {
        JsonObject list = await RealDataDatabase.Application.GetJsonAsync(List);

        JsonArray responses = list["responses"]!.AsArray();
        responses.Should().HaveCount(39);
        foreach (JsonNode? response in responses)
        {
            string comment = response!["comment"]?.GetValue<string>() ?? string.Empty;
            comment.Should().Be(_comments[RowOf(response["id"]!.GetValue<string>())]);
        }
    }

    [Test]
    public async Task List_Csv_HasTheCommentsAsTheyWere()
    {
        string text = await RealDataDatabase.Application.GetTextAsync(List, "text/csv");

        List<IReadOnlyDictionary<string, string>> rows = DelimitedText.Read(text);
        rows.Should().HaveCount(39 * 3, "each answer has a row");
        foreach (IReadOnlyDictionary<string, string> row in rows)
        {
            row["comment"].Should().Be(_comments[RowOf(row["id"])]);
        }
    }

    private static int RowOf(string id) => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) - 1;
}
