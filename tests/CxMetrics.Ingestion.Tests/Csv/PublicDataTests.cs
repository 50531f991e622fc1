using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Csv;

namespace CxMetrics.Ingestion.Tests.Csv;

/// <summary>Reads published data sets through mappings. Skipped by name where they are not at hand; see CXMETRICS_DATA.</summary>
public class PublicDataTests
{
    [Test]
    public async Task EventSudzilla_ScoresAndComments_ComeThroughCharacterForCharacter()
    {
        string path = Locate("nps-event-sudzilla/responses.csv");
        (BulkOutcome outcome, IReadOnlyList<SurveyResponse> stored) = await ImportAsync(
            path,
            new CsvMapping
            {
                Maps = [("id", "@row"), ("respondedAt", "Timestamp"), ("nps", "score"), ("comment", "why")],
                Sets = [("survey", "sudzilla"), ("touchpoint", "event")],
                TimeZone = TimeZoneInfo.Utc,
            }
        );
        outcome.Report.Stored.Should().Be(39);
        outcome.IgnoredColumns.Should().Equal("opening_keynote", "closing_keynote");
        stored.Count(response => response.Answers[0].Score >= 9).Should().Be(8);
        stored.Count(response => response.Answers[0].Score <= 6).Should().Be(22);
        stored.Count(response => response.Comment is null).Should().Be(2);
        string file = await System.IO.File.ReadAllTextAsync(path);
        foreach (string comment in stored.Select(response => response.Comment).OfType<string>())
        {
            string quoted = $"\"{comment.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            (
                file.Contains($",{comment},", StringComparison.Ordinal)
                || file.Contains($",{quoted},", StringComparison.Ordinal)
            )
                .Should()
                .BeTrue(comment);
        }
    }

    [Test]
    public async Task SaasOnboarding_TimesWithZone_NeedNoZoneOfTheirOwn()
    {
        (BulkOutcome outcome, _) = await ImportAsync(
            Locate("nps-saas-onboarding/nps_survey.csv"),
            new CsvMapping
            {
                Maps = [("respondedAt", "surveyed_at"), ("nps", "score"), ("id", "id"), ("customerId", "id")],
                Sets = [("survey", "onboarding")],
            }
        );
        outcome.Report.Stored.Should().Be(10_137);
        outcome.Report.Rejected.Should().Be(0);
    }

    [Test]
    public async Task TelecomScripts_RatingsOnTenPoints_AreRefusedAsCsatUntilTheirScaleIsSaid()
    {
        string path = Locate("nps-telecom-scripts/responses.csv");
        var mapping = new CsvMapping
        {
            Maps =
            [
                ("id", "@row"),
                ("customerId", "SURVEY_ID"),
                ("respondedAt", "MONTH"),
                ("csat:Bill", "FIRST_BILL_SAT"),
                ("nps", "SCORE"),
            ],
            Sets = [("survey", "joining"), ("channel", "phone")],
            TimeZone = TimeZoneInfo.Utc,
        };
        (BulkOutcome refused, _) = await ImportAsync(path, mapping);
        refused
            .Report.Errors.Should()
            .OnlyContain(error => error.Field.Equals("FIRST_BILL_SAT", StringComparison.Ordinal));
        refused.Report.Rejected.Should().BePositive();
        (BulkOutcome outcome, _) = await ImportAsync(
            path,
            mapping with
            {
                Sets = [.. mapping.Sets, ("csat.scale", "0-10")],
            }
        );
        outcome.Report.Stored.Should().Be(647);
    }

    [Test]
    public async Task Airline_ZeroMeansNotAnswered_AndColumnsBecomeQuestions()
    {
        (BulkOutcome outcome, IReadOnlyList<SurveyResponse> stored) = await ImportAsync(
            Locate("csat-ces-airline/responses.csv"),
            new CsvMapping
            {
                Maps =
                [
                    ("id", "id"),
                    ("segment", "Class"),
                    ("ces", "Ease of Online booking"),
                    ("csat:Seat comfort", "Seat comfort"),
                    ("attributes.travel", "Type of Travel"),
                ],
                Sets = [("survey", "flight"), ("respondedAt", "2020-01-01"), ("ces.scale", "1-5")],
                TimeZone = TimeZoneInfo.Utc,
                NotAnswered = ["0"],
            }
        );
        outcome.Report.Received.Should().Be(12_946);
        (outcome.Report.Stored + outcome.Report.Rejected).Should().Be(12_946);
        stored.SelectMany(response => response.Answers).Should().OnlyContain(answer => answer.Score > 0);
    }

    private static async Task<(BulkOutcome Outcome, IReadOnlyList<SurveyResponse> Stored)> ImportAsync(
        string path,
        CsvMapping mapping
    )
    {
        var ingestion = new Support.Ingestion();
        await using FileStream file = System.IO.File.OpenRead(path);
        BulkOutcome outcome = await ingestion.CsvAsync(file, mapping);
        outcome.Kind.Should().Be(BulkOutcomeKind.Completed);
        return (outcome, ingestion.Stored);
    }

    private static string Locate(string name)
    {
        string? folder = Environment.GetEnvironmentVariable("CXMETRICS_DATA") ?? BesideTheRepository();
        string path = Path.Combine(folder ?? "", name);
        if (!System.IO.File.Exists(path))
        {
            Assert.Ignore($"The data set {name} is not at hand; CXMETRICS_DATA names the folder of the data sets.");
        }

        return path;
    }

    private static string? BesideTheRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "CxMetrics.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "data");
            }
        }

        return null;
    }
}
