using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>Ten thousand answers to one question over 19 months, with an id and times in UTC.</summary>
[Category("RealData")]
[Order(1)]
public sealed class SaasOnboardingTests
{
    private const string Set = "nps-saas-onboarding";

    private ExpectedNumbers _expected = null!;
    private (int ExitCode, JsonObject Report) _import;

    [OneTimeSetUp]
    public async Task ImportAsync()
    {
        _expected = new ExpectedNumbers(Set, "2017-02-01", "2018-09-01");
        _import = await RealDataDatabase.ImportAsync(
            Set,
            "nps_survey.csv",
            "--map",
            "id=id",
            "--map",
            "customerId=id",
            "--map",
            "nps=score",
            "--map",
            "respondedAt=surveyed_at",
            "--map",
            "segment=is_admin",
            "--set",
            "touchpoint=onboarding"
        );
    }

    [Test]
    public void Import_TakesEveryRow()
    {
        _import.ExitCode.Should().Be(0);
        _import.Report["received"]!.GetValue<long>().Should().Be(10_137);
        _import.Report["stored"]!.GetValue<long>().Should().Be(10_137);
    }

    [Test]
    public async Task Nps_Overall_IsAsExpected() =>
        ExpectedNumbers.CompareNps(await _expected.ReadAsync("nps"), _expected["overall"]);

    [Test]
    public async Task Nps_ByRole_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadGroupsAsync("nps", "segment", value => value == "1" ? "admin" : "regular"),
            _expected["byRole"],
            ExpectedNumbers.CompareNps
        );

    [Test]
    public async Task Nps_ByMonth_IsAsExpected() =>
        ExpectedNumbers.CompareAll(
            await _expected.ReadPeriodsAsync("nps", "month", ExpectedNumbers.Month),
            _expected["bySurveyMonth"],
            ExpectedNumbers.CompareNps
        );
}
