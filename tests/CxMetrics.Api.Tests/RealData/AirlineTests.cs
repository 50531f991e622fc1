using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>Fourteen questions per response, one of them about ease, with 0 for "not answered" and no date.</summary>
[Category("RealData")]
[Order(1)]
public sealed class AirlineTests
{
    private const string Set = "csat-ces-airline";
    private const string Ease = "Ease of Online booking";

    private ExpectedNumbers _expected = null!;
    private JsonObject _satisfaction = null!;
    private (int ExitCode, JsonObject Report) _import;

    [OneTimeSetUp]
    public async Task ImportAsync()
    {
        _expected = new ExpectedNumbers(Set, "2024-01-01", "2024-01-02");
        _satisfaction = _expected["csatByTouchpoint"];
        _satisfaction.Remove(Ease).Should().BeTrue("it is an effort question here");
        string[] questions =
        [
            .. _satisfaction.SelectMany(question => new[] { "--map", $"csat:{question.Key}={question.Key}" }),
        ];
        string[] others =
        [
            "--map",
            $"ces:{Ease}={Ease}",
            "--set",
            $"ces:{Ease}.scale=1-5",
            "--map",
            "customerId=id",
            "--map",
            "touchpoint=Class",
            "--map",
            "channel=Type of Travel",
            "--map",
            "segment=Customer Type",
            "--set",
            "respondedAt=2024-01-01T12:00:00Z",
            "--not-answered",
            "0",
        ];
        _import = await RealDataDatabase.ImportAsync(Set, "responses.csv", [.. others, "--map", "id=id", .. questions]);
    }

    [Test]
    public void Import_TakesEveryRow()
    {
        _import.ExitCode.Should().Be(0);
        _import.Report["stored"]!.GetValue<long>().Should().Be(12_946);
    }

    [Test]
    public async Task Ces_Overall_IsAsExpected()
    {
        ExpectedNumbers.CompareMean(await _expected.ReadAsync("ces"), _expected["cesEaseOfOnlineBooking"]);
        ExpectedNumbers.CompareShare(await _expected.ReadAsync("ces-agree"), _expected["cesEaseOfOnlineBooking"]);
    }

    [TestCase("touchpoint", "cesByClass")]
    [TestCase("channel", "cesByTypeOfTravel")]
    [TestCase("segment", "cesByCustomerType")]
    public async Task Ces_ByGroup_IsAsExpected(string dimension, string name)
    {
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("ces", dimension),
            _expected[name],
            ExpectedNumbers.CompareMean
        );
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("ces-agree", dimension),
            _expected[name],
            ExpectedNumbers.CompareShare
        );
    }

    [Test]
    public async Task Csat_ByQuestion_IsAsExpected()
    {
        _satisfaction.Should().HaveCount(13);
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("csat", "question"),
            _satisfaction,
            ExpectedNumbers.CompareShare
        );
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("csat-mean", "question"),
            _satisfaction,
            ExpectedNumbers.CompareMean
        );
    }
}
