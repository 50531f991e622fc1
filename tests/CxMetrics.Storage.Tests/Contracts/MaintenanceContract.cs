using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Maintenance;

namespace CxMetrics.Storage.Tests.Contracts;

public abstract class MaintenanceContract : StorageContract
{
    [Test]
    public async Task Check_NoFacts_IsClean()
    {
        TestStore store = Build();
        await store.Maintenance.MigrateAsync(CancellationToken.None);

        CheckReport report = await store.Maintenance.CheckAsync(CancellationToken.None);

        report.Should().BeEquivalentTo(new CheckReport(0, 0, []));
        report.IsClean.Should().BeTrue();
    }

    [TestCase("UPDATE DailyCounts SET Score9 = Score9 + 1 WHERE Level = 0", "countWrong")]
    [TestCase("UPDATE DailyCounts SET TestAnswers = 1 WHERE Level = 4", "countWrong")]
    [TestCase("UPDATE DailyCounts SET ErasedAnswers = 1 WHERE Level = 1", "countWrong")]
    [TestCase("UPDATE DailyCounts SET SuspectedDuplicateAnswers = 1 WHERE Level = 0", "countWrong")]
    [TestCase("UPDATE DailyCounts SET Score9 = -1 WHERE Level = 2", "countWrong")]
    [TestCase("DELETE FROM DailyCounts WHERE Level = 1", "countMissing")]
    [TestCase("DELETE FROM DailyCounts", "countMissing")]
    [TestCase("UPDATE DailyCounts SET Day = Day + 1 WHERE Level = 3", "countTooMany")]
    [TestCase(
        "INSERT INTO DailyCounts SELECT QuestionKey, 4, Day, 77, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0 FROM DailyCounts WHERE Level = 0",
        "countTooMany"
    )]
    [TestCase("UPDATE Responses SET Score = 3", "countWrong")]
    [TestCase("UPDATE Responses SET RespondedAt = {tomorrow}", "countTooMany")]
    public async Task Check_CountsTamperedWith_FindsItAndRebuildRepairsIt(string tampering, string finding)
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync(Some.FullResponse("1"), Some.Response("2"), Some.Response("3"));
        await AssertCleanAsync(store);

        string tomorrow = Database.Literal(Some.Noon.AddDays(1));
        Database.Execute(tampering.Replace("{tomorrow}", tomorrow, StringComparison.Ordinal));

        CheckReport report = await store.Maintenance.CheckAsync(CancellationToken.None);
        report.Findings.Select(found => found.Check).Should().Contain(finding);
        await store.Maintenance.RebuildAsync(CancellationToken.None);
        await AssertCleanAsync(store);
    }

    [TestCase("UPDATE Responses SET Score = 11 WHERE HasMoreAnswers = 0", "scoreOffScale")]
    [TestCase("UPDATE FurtherAnswers SET Score = 9 WHERE Ordinal = 1", "scoreOffScale")]
    [TestCase("UPDATE Responses SET Score = NULL", "halfAnAnswer")]
    [TestCase("DELETE FROM FurtherAnswers", "furtherAnswers")]
    [TestCase("DELETE FROM FurtherAnswers WHERE Ordinal = 1", "furtherAnswers")]
    [TestCase("UPDATE Responses SET HasDetails = 0", "details")]
    [TestCase("DELETE FROM ResponseDetails", "details")]
    [TestCase("INSERT INTO ResponseDetails (ResponseKey, Comment) VALUES (12345, 'whose?')", "orphan")]
    [TestCase(
        "UPDATE SupersededResponses SET ResponseKey = (SELECT MAX(ResponseKey) FROM Responses)",
        "currentAndSuperseded"
    )]
    [TestCase("UPDATE SupersededResponses SET Id = 'nobody'", "supersededWithoutCurrent")]
    [TestCase(
        "UPDATE Responses SET SurveyKey = (SELECT SurveyKey FROM Surveys WHERE Name = 'exit')",
        "questionOfAnotherSurvey"
    )]
    public async Task Check_FactsTamperedWith_FindsIt(string tampering, string finding)
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync(
            Some.FullResponse("1"),
            Some.Response("2", score: 1),
            Some.Response("2", score: 2),
            Some.Response("3") with
            {
                Survey = "exit",
            }
        );
        await AssertCleanAsync(store);

        Database.Execute(tampering);

        CheckReport report = await store.Maintenance.CheckAsync(CancellationToken.None);
        report.Findings.Select(found => found.Check).Should().Contain(finding);
    }

    [TestCase("UPDATE Responses SET AccountKey = 1 WHERE Erased = 1", "erasedIdentity")]
    [TestCase("UPDATE SupersededResponses SET CustomerKey = 1 WHERE Erased = 1", "erasedIdentity")]
    [TestCase("UPDATE Responses SET HasDetails = 1 WHERE Erased = 1", "erasedIdentity")]
    [TestCase("DELETE FROM SupersededResponses WHERE Erased = 1", "erasedWithoutHistory")]
    [TestCase("UPDATE SupersededResponses SET Erased = 0", "halfErased")]
    [TestCase("UPDATE Responses SET Erased = 0", "halfErased")]
    [TestCase("UPDATE SupersededResponses SET SupersededAt = {longAgo}", "overlappingRevisions")]
    [TestCase("UPDATE SupersededResponses SET SupersededAt = {later}", "overlappingRevisions")]
    [TestCase("UPDATE Responses SET SuspectedDuplicate = 1 WHERE Id = 'original'", "suspectedDuplicate")]
    [TestCase("UPDATE Responses SET RespondedAt = {later} WHERE Id = 'original'", "suspectedDuplicate")]
    [TestCase("UPDATE Responses SET Test = 1 WHERE Id = 'original'", "suspectedDuplicate")]
    [TestCase("UPDATE ResponseDetails SET Comment = 'No'", "suspectedDuplicate")]
    [TestCase("UPDATE FurtherAnswers SET Score = 1 WHERE Ordinal = 1", "suspectedDuplicate")]
    public async Task Check_HistoryTamperedWith_FindsIt(string tampering, string finding)
    {
        TestStore store = await StartAsync();
        SurveyResponse original = Some.FullResponse("original");
        await store.AppendAllAsync(
            original,
            Some.FullResponse("erased") with
            {
                Comment = "Mine",
                CustomerId = "other",
            }
        );
        await store.EraseAsync("erased", original.Source);
        await store.AppendAllAsync(original with { Id = "again" });
        await AssertCleanAsync(store);

        // Only what belongs to one of the two, so that they differ.
        string ofOriginal = "(SELECT ResponseKey FROM Responses WHERE Id = 'original')";
        Database.Execute(
            tampering.StartsWith("UPDATE ResponseDetails", StringComparison.Ordinal)
                ? $"{tampering} WHERE ResponseKey = {ofOriginal}"
            : tampering.StartsWith("UPDATE FurtherAnswers", StringComparison.Ordinal)
                ? $"{tampering} AND ResponseKey = {ofOriginal}"
            : tampering
                .Replace("{longAgo}", Database.Literal(Some.Noon.AddYears(-10)), StringComparison.Ordinal)
                .Replace("{later}", Database.Literal(Some.Noon.AddYears(10)), StringComparison.Ordinal)
        );

        CheckReport report = await store.Maintenance.CheckAsync(CancellationToken.None);
        report.Findings.Select(found => found.Check).Should().Contain(finding);
    }

    [Test]
    public async Task Rebuild_ErasedAndSuspected_CountsThemAsLeftOut()
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync(
            Some.FullResponse("1"),
            Some.FullResponse("2"),
            Some.FullResponse("3") with
            {
                CustomerId = "other",
            }
        );
        await store.EraseAsync("3", "survey-tool");

        await store.Maintenance.RebuildAsync(CancellationToken.None);

        RatingStatistics row = await ReadOneAsync(store, Some.Query());
        row.Distribution.Total.Should().Be(1);
        row.Excluded.Should().Be(new ExcludedAnswers(Erased: 1, SuspectedDuplicate: 1));
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Check_MissingParent_FindsIt()
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync(Some.FullResponse("1"), Some.Response("2"));
        await AssertCleanAsync(store);

        Database.BreakForeignKey();

        CheckReport report = await store.Maintenance.CheckAsync(CancellationToken.None);
        report.Findings.Should().HaveCount(2);
        report.Findings.Should().OnlyContain(finding => finding.Check == "foreignKey");
        report.Findings[0].Message.Should().Contain("Responses").And.Contain("Customers");
    }

    [Test]
    public async Task Check_ManyFindingsOfAKind_AreNamedUpToALimitAndCounted()
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync([.. Enumerable.Range(0, 30).Select(index => Some.Response($"{index}"))]);

        Database.Execute("UPDATE Responses SET HasDetails = 1");

        CheckReport report = await store.Maintenance.CheckAsync(CancellationToken.None);
        report.Findings.Should().HaveCount(21);
        report.Findings[^1].Should().Be(new CheckFinding("details", "And 10 more."));
    }

    [Test]
    public async Task Rebuild_BesideARunningStore_KeepsCounting()
    {
        TestStore store = await StartAsync();
        await store.AppendAsync(Some.Response("1"));
        await Build().Maintenance.RebuildAsync(CancellationToken.None);
        await store.AppendAsync(Some.Response("2"));

        (await ReadOneAsync(store, Some.Query())).Distribution.Total.Should().Be(2);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Rebuild_SupersededRevisions_AreNotCounted()
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync(Some.FullResponse(), Some.FullResponse() with { Segment = "consumer" });

        await store.Maintenance.RebuildAsync(CancellationToken.None);

        (await ReadTotalsAsync(store, Some.Query([Dimension.Segment])))
            .Should()
            .BeEquivalentTo(Totals(("consumer", 1)));
        await AssertCleanAsync(store);
    }
}
