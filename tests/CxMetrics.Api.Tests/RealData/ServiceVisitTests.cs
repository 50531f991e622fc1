using System.Globalization;
using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>Answers after visits, joined with the visits from a second file and sent through the API.</summary>
[Category("RealData")]
[Order(1)]
public sealed class ServiceVisitTests
{
    private const string Set = "nps-service-visits";

    private ExpectedNumbers _expected = null!;
    private JsonObject _report = null!;
    private List<IReadOnlyDictionary<string, string>> _answers = null!;

    [OneTimeSetUp]
    public async Task SendAsync()
    {
        // Weeks count whole: the range begins on the Monday of the first answer's week.
        _expected = new ExpectedNumbers(Set, "2022-09-26", "2022-12-26");
        _answers = DelimitedText.Read(await File.ReadAllTextAsync(RealDataFolder.PathOf(Set, "nps.csv")));
        var visits = DelimitedText
            .Read(await File.ReadAllTextAsync(RealDataFolder.PathOf(Set, "serviceappointments.csv")))
            .ToDictionary(visit => visit["serviceappointment_id"]);
        _report = await RealDataDatabase.SendAsync(
            _answers.Select(answer => Response(answer, visits[answer["serviceappointment_id"]]))
        );
    }

    [Test]
    public void Send_NamesTheTwoScoresOfElevenByTheirLines()
    {
        _report["received"]!.GetValue<long>().Should().Be(3_145);
        _report["stored"]!.GetValue<long>().Should().Be(3_143);
        _report["rejected"]!.GetValue<long>().Should().Be(2);
        IEnumerable<int> lines = _answers.Index().Where(row => row.Item["nps"] == "11").Select(row => row.Index + 1);
        _report["errors"]!
            .AsArray()
            .Select(error =>
                (error!["line"]!.GetValue<int>(), error["field"]!.GetValue<string>(), error["code"]!.GetValue<string>())
            )
            .Should()
            .Equal(lines.Select(line => (line, "answers[0].score", "outOfRange")));
    }

    [Test]
    public async Task Nps_Overall_IsAsExpected() =>
        ExpectedNumbers.CompareNps(await _expected.ReadAsync("nps"), _expected["overall"]);

    [Test]
    public async Task Nps_ByWorkType_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("nps", "touchpoint"),
            _expected["byWorkType"],
            ExpectedNumbers.CompareNps
        );

    [Test]
    public async Task Nps_ByTerritory_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("nps", "segment"),
            _expected["byServiceTerritory"],
            ExpectedNumbers.CompareNps
        );

    [Test]
    public async Task Nps_ByIsoWeek_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadPeriodsAsync("nps", "week", IsoWeek),
            _expected["byIsoWeek"],
            ExpectedNumbers.CompareNps
        );

    [Test]
    public async Task Nps_ByMonth_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadPeriodsAsync("nps", "month", ExpectedNumbers.Month),
            _expected["byMonth"],
            ExpectedNumbers.CompareNps
        );

    private static JsonObject Response(
        IReadOnlyDictionary<string, string> answer,
        IReadOnlyDictionary<string, string> visit
    ) =>
        new()
        {
            ["source"] = Set,
            ["id"] = answer["serviceappointment_id"],
            ["survey"] = Set,
            ["respondedAt"] = answer["submitted_at"].Replace(' ', 'T') + "Z",
            ["customerId"] = answer["serviceappointment_id"],
            ["touchpoint"] = visit["work_type"],
            ["segment"] = visit["service_territory"],
            ["answers"] = new JsonArray(
                new JsonObject
                {
                    ["metric"] = "nps",
                    ["score"] = int.Parse(answer["nps"], CultureInfo.InvariantCulture),
                }
            ),
        };

    private static string IsoWeek(DateOnly monday)
    {
        var day = monday.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):D2}");
    }
}
