using CxMetrics.Domain.Facts;

namespace CxMetrics.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests
{
    [Test]
    public async Task Start_FolderIsAFile_SaysSoInOneSentence()
    {
        string file = Path.GetTempFileName();
        Func<Task> start = async () =>
        {
            await using var store = TestStore.Build([new("Storage:ConnectionString", $"Data Source={file}/x/test.db")]);
            await store.StartAsync();
        };

        (await start.Should().ThrowAsync<StorageUnavailableException>()).WithMessage(
            $"The folder of the database cannot be made. ({file}/x/test.db)"
        );
        File.Delete(file);
    }

    [Test]
    public async Task Start_NotADatabase_SaysSoInOneSentence()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            "This is a text that somebody gave the wrong name, long enough to be looked at."
        );
        Func<Task> start = async () =>
        {
            await using var store = TestStore.Build([new("Storage:ConnectionString", $"Data Source={file}")]);
            await store.StartAsync();
        };

        (await start.Should().ThrowAsync<StorageUnavailableException>()).WithMessage(
            $"The database file is damaged. ({file})"
        );
        File.Delete(file);
    }

    [Test]
    public async Task Dispose_AfterWriting_LeavesOneFile()
    {
        using var database = new SqliteTestDatabase();
        await using (var store = TestStore.Build(database.Settings))
        {
            await store.StartAsync();
            await store.AppendAsync(Some.FullResponse());
            (await store.FindAsync(Some.FullResponse())).Should().NotBeNull();
        }

        Directory.GetFiles(Path.GetDirectoryName(database.Path)!).Should().Equal(database.Path);
    }

    [Test]
    public async Task List_ByTimeOrCustomer_WalksAnIndexWithoutSorting()
    {
        using var database = new SqliteTestDatabase();
        await using var store = TestStore.Build(database.Settings);
        await store.StartAsync();

        database
            .ReadPlan(Responses.SqliteResponseListSql.List)
            .Should()
            .Contain("SEARCH r USING INDEX IX_Responses_RespondedAt_ResponseKey_SurveyKey")
            .And.NotContain("TEMP B-TREE");
        database
            .ReadPlan(Responses.SqliteResponseListSql.ListOfCustomer)
            .Should()
            .Contain("SEARCH r USING INDEX IX_Responses_CustomerKey_RespondedAt")
            .And.NotContain("TEMP B-TREE");
        database
            .ReadPlan(Responses.SqliteResponseListSql.ListSuperseded)
            .Should()
            .Contain("SEARCH r USING INDEX IX_SupersededResponses_RespondedAt_ResponseKey")
            .And.NotContain("TEMP B-TREE");
        database
            .ReadPlan(Responses.SqliteResponseListSql.ListSupersededOfCustomer)
            .Should()
            .Contain("SEARCH r USING INDEX IX_SupersededResponses_CustomerKey_RespondedAt");
    }

    [Test]
    public async Task ReadFacts_OfSomeDays_SearchesIndexes()
    {
        using var database = new SqliteTestDatabase();
        await using var store = TestStore.Build(database.Settings);
        await store.StartAsync();

        database
            .ReadPlan(Statistics.SqliteFactReader.CurrentSql)
            .Should()
            .Contain("SEARCH r USING INDEX IX_Responses_RespondedAt_ResponseKey_SurveyKey")
            .And.NotContain("SCAN");
        database
            .ReadPlan(Statistics.SqliteFactReader.SupersededSql)
            .Should()
            .Contain("SEARCH r USING INDEX IX_SupersededResponses_RespondedAt_ResponseKey")
            .And.NotContain("SCAN");
    }
}
