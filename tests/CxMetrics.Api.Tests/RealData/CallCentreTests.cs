using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>Calls of which a fifth has no rating.</summary>
[Category("RealData")]
[Order(1)]
public sealed class CallCentreTests
{
    private const string Set = "csat-call-centre";

    private ExpectedNumbers _expected = null!;
    private (int ExitCode, JsonObject Report) _import;

    [OneTimeSetUp]
    public async Task ImportAsync()
    {
        _expected = new ExpectedNumbers(Set, "2021-02-01", "2021-04-01");
        string[] options =
        [
            "--map",
            "id=call_id",
            "--map",
            "respondedAt=called_at",
            "--map",
            "csat=satisfaction",
            "--map",
            "touchpoint=topic",
            "--map",
            "segment=agent",
            "--set",
            "channel=phone",
            "--time-zone",
            "UTC",
        ];
        _import = await RealDataDatabase.ImportAsync(Set, "calls.csv", options);
    }

    [Test]
    public async Task Import_NamesTheRowsWithoutARating()
    {
        string text = await File.ReadAllTextAsync(RealDataFolder.PathOf(Set, "calls.csv"));
        // The header is line 1.
        IEnumerable<int> unrated = DelimitedText
            .Read(text)
            .Index()
            .Where(row => row.Item["satisfaction"].Length == 0)
            .Select(row => row.Index + 2);

        _import.ExitCode.Should().Be(1);
        _import.Report["received"]!.GetValue<long>().Should().Be(3_228);
        _import.Report["stored"]!.GetValue<long>().Should().Be(2_599);
        _import.Report["rejected"]!.GetValue<long>().Should().Be(629);
        _import.Report["errors"]!
            .AsArray()
            .Select(error =>
                (error!["line"]!.GetValue<int>(), error["field"]!.GetValue<string>(), error["code"]!.GetValue<string>())
            )
            .Should()
            .Equal(unrated.Select(line => (line, "satisfaction", "required")));
    }

    [Test]
    public async Task Csat_Overall_IsAsExpected() =>
        ExpectedNumbers.CompareShare(await _expected.ReadAsync("csat"), _expected["csat"]);

    [Test]
    public async Task Mean_Overall_IsAsExpected() =>
        ExpectedNumbers.CompareMean(await _expected.ReadAsync("csat-mean"), _expected["csat"]);

    [TestCase("touchpoint", "csatByTopic")]
    [TestCase("segment", "csatByAgent")]
    public async Task Csat_ByGroup_IsAsExpected(string dimension, string name)
    {
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("csat", dimension),
            _expected[name],
            ExpectedNumbers.CompareShare
        );
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("csat-mean", dimension),
            _expected[name],
            ExpectedNumbers.CompareMean
        );
    }

    [Test]
    public async Task Csat_ByMonth_IsAsExpected()
    {
        ExpectedNumbers.CompareAll(
            await _expected.ReadPeriodsAsync("csat", "month", ExpectedNumbers.Month),
            _expected["csatByMonth"],
            ExpectedNumbers.CompareShare
        );
        ExpectedNumbers.CompareAll(
            await _expected.ReadPeriodsAsync("csat-mean", "month", ExpectedNumbers.Month),
            _expected["csatByMonth"],
            ExpectedNumbers.CompareMean
        );
    }
}
