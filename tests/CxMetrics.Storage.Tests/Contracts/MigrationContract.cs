using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Tests.Contracts;

public abstract class MigrationContract : StorageContract
{
    private const string CountMigrations =
        "SELECT COUNT(*) FROM Migrations WHERE Number = 1 AND Name = 'Initial' AND AppliedAt IS NOT NULL";

    [Test]
    public async Task Migrate_Twice_IsOnce()
    {
        TestStore store = Build();

        await store.Maintenance.MigrateAsync(CancellationToken.None);
        await store.Maintenance.MigrateAsync(CancellationToken.None);

        Database.ReadNumber(CountMigrations).Should().Be(1);
    }

    [Test]
    public async Task Start_SeveralProcessesAtOnce_DoNotCollide()
    {
        TestStore[] stores = [.. Enumerable.Range(0, 6).Select(_ => Build())];

        await Task.WhenAll(stores.Select(store => Task.Run(store.StartAsync)));

        Database.ReadNumber(CountMigrations).Should().Be(1);
    }

    [Test]
    public async Task Start_NewerDatabase_IsRefused()
    {
        await Build().Maintenance.MigrateAsync(CancellationToken.None);
        Database.Execute(
            $"INSERT INTO Migrations (Number, Name, AppliedAt) VALUES (9999, 'Future', {Database.Literal(Some.Noon)})"
        );

        Func<Task> start = () => StartAsync();

        (await start.Should().ThrowAsync<DatabaseRefusedException>())
            .Which.Message.Should()
            .Contain("schema 9999")
            .And.Contain("install the newer version");
    }

    [Test]
    public async Task Start_OtherTimeZoneWithoutFacts_IsTaken()
    {
        TestStore first = await StartAsync("UTC");
        await first.DisposeAsync();

        Func<Task> start = () => StartAsync("Europe/Berlin");

        await start.Should().NotThrowAsync();
    }

    [Test]
    public async Task Start_OtherTimeZoneWithFacts_IsRefusedUntilRebuilt()
    {
        SurveyResponse lateEvening = Some.Response() with
        {
            RespondedAt = new DateTimeOffset(2026, 3, 10, 23, 30, 0, TimeSpan.Zero),
        };
        await using (TestStore first = await StartAsync("UTC"))
        {
            await first.AppendAsync(lateEvening);
        }

        Func<Task> start = () => StartAsync("Europe/Berlin");
        (await start.Should().ThrowAsync<DatabaseRefusedException>())
            .Which.Message.Should()
            .Contain("UTC")
            .And.Contain("Europe/Berlin")
            .And.Contain("db rebuild");

        await Build("Europe/Berlin").Maintenance.RebuildAsync(CancellationToken.None);

        TestStore store = await StartAsync("Europe/Berlin");
        var nextDay = new DateOnly(2026, 3, 11);
        (await ReadOneAsync(store, Some.Query(periods: new DateRange(nextDay, nextDay.AddDays(1)))))
            .Distribution.Total.Should()
            .Be(1);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_AfterARebuildForAnotherTimeZone_IsUnavailable()
    {
        TestStore store = await StartAsync("UTC");
        await store.AppendAsync(Some.Response("1"));
        await Build("Europe/Berlin").Maintenance.RebuildAsync(CancellationToken.None);

        Func<Task> append = () => store.AppendAsync(Some.Response("2"));

        (await append.Should().ThrowAsync<StorageUnavailableException>()).WithMessage("*Europe/Berlin*restart*");
    }
}
