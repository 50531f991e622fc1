using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Csv;

namespace CxMetrics.Ingestion.Tests.Csv;

public class CsvMappingTests
{
    private const string File =
        "When,Score,id,channel,Extra,Extra\n2026-03-01 09:30,9,c7,web,x,y\n2026-03-02,NA,c8,,x,y\n";

    private static readonly CsvMapping Mapping = new()
    {
        Maps = [("respondedAt", "When"), ("nps", "Score"), ("id", "@row"), ("customerId", "id"), ("accountId", "id")],
        Sets = [("survey", "events"), ("source", "import"), ("complete", "false")],
        TimeZone = TimeZoneInfo.Utc,
        NotAnswered = ["NA", "0"],
    };

    [Test]
    public async Task IngestCsv_MapsAndSets_AreTakenAndTheRestIgnored()
    {
        var ingestion = new Support.Ingestion();
        BulkOutcome outcome = await ingestion.CsvAsync(File, Mapping);
        outcome.Kind.Should().Be(BulkOutcomeKind.Completed);
        outcome.Report.Stored.Should().Be(2);
        outcome.IgnoredColumns.Should().Equal("Extra", "Extra");
        SurveyResponse first = ingestion.Stored[0];
        first.RespondedAt.Should().Be(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero));
        (first.Source, first.Id, first.Survey).Should().Be(("import", "1", "events"));
        (first.CustomerId, first.AccountId, first.Channel).Should().Be(("c7", "c7", "web"));
        first.Answers.Single().Score.Should().Be(9);
        ingestion.Stored[1].Id.Should().Be("2");
        ingestion.Stored[1].Answers.Should().BeEmpty();
    }

    [Test]
    public async Task IngestCsv_ColumnOfAFieldGivenOtherwise_IsIgnored()
    {
        CsvMapping mapping = Mapping with { Sets = [.. Mapping.Sets, ("channel", "mail")] };
        var ingestion = new Support.Ingestion();
        BulkOutcome outcome = await ingestion.CsvAsync(File, mapping);
        outcome.IgnoredColumns.Should().Equal("channel", "Extra", "Extra");
        ingestion.Stored[1].Channel.Should().Be("mail");
    }

    [Test]
    public async Task IngestCsv_ScaleAsAConstant_HoldsForEveryRow()
    {
        CsvMapping mapping = Mapping with
        {
            Maps = [("respondedAt", "When"), ("id", "@row"), ("ces:Ease of booking", "Score")],
            Sets = [.. Mapping.Sets, ("ces.scale", "0-10")],
        };
        var ingestion = new Support.Ingestion();
        await ingestion.CsvAsync(File, mapping);
        ingestion.Stored[0].Answers.Single().Question.Should().Be("Ease of booking");
        ingestion.Stored[0].Answers.Single().Scale.Maximum.Should().Be(10);
    }

    [Test]
    public async Task IngestCsv_MetricAsAConstant_MakesScoreAnAnswer()
    {
        var mapping = new CsvMapping { Sets = [("metric", "csat"), ("survey", "s")] };
        var ingestion = new Support.Ingestion();
        await ingestion.CsvAsync("id,respondedAt,score,note\n1,2026-03-01T09:30:00Z,4,x\n", mapping);
        ingestion.Stored[0].Answers.Single().Question.Should().Be("csat");
    }

    [Test]
    public async Task IngestCsv_ErrorInAMappedColumn_GoesByTheNameInTheFile()
    {
        BulkOutcome outcome = await new Support.Ingestion().CsvAsync(
            File.Replace(",9,", ",11,", StringComparison.Ordinal),
            Mapping with
            {
                TimeZone = null,
            }
        );
        Support
            .Ingestion.Summary(outcome)
            .Should()
            .BeEquivalentTo("2 When badTimestamp", "2 Score outOfRange", "3 When badTimestamp");
    }

    [TestCase("nps", "Nope", "Nope", "required")]
    [TestCase("mood", "Extra2", "mood", "unknownMember")]
    [TestCase("id", "Extra2", "id", "duplicateMember")]
    [TestCase("survey", "Extra2", "survey", "duplicateMember")]
    [TestCase("csat", "Extra", "Extra", "duplicateMember")]
    public async Task IngestCsv_WrongMapping_IsRefused(string field, string column, string named, string code)
    {
        CsvMapping mapping = Mapping with
        {
            Maps = [.. Mapping.Maps.Where(map => map.Field is not "nps"), ("ces", "Score"), (field, column)],
        };
        var ingestion = new Support.Ingestion();
        BulkOutcome outcome = await ingestion.CsvAsync(
            "When,Score,id,channel,Extra,Extra,Extra2\n2026-03-01,5,c7,web,x,y,z\n",
            mapping
        );
        outcome.Kind.Should().Be(BulkOutcomeKind.Refused);
        outcome.Errors.Select(error => $"{error.Field} {error.Code}").Should().BeEquivalentTo($"{named} {code}");
        ingestion.Store.Batches.Should().BeEmpty();
    }
}
