using CxMetrics.Domain.Statistics;

namespace CxMetrics.Storage.Tests.Contracts;

/// <summary>What every database must do. A fixture per database runs these suites.</summary>
public abstract class StorageContract
{
    private readonly List<TestStore> _stores = [];

    // None where the test is skipped for want of a server.
    private TestDatabase? _database;

    protected TestDatabase Database => _database!;

    [SetUp]
    public void CreateOwnDatabase() => _database = CreateDatabase();

    [TearDown]
    public async Task RemoveOwnDatabaseAsync()
    {
        foreach (TestStore store in _stores)
        {
            await store.DisposeAsync();
        }

        _stores.Clear();
        _database?.Dispose();
        _database = null;
    }

    protected abstract TestDatabase CreateDatabase();

    /// <summary>Starts a store whose clock a test moves.</summary>
    protected async Task<TestStore> StartAsync(StepClock clock)
    {
        var store = TestStore.Build(Database.Settings, clock: clock);
        _stores.Add(store);
        await store.StartAsync();
        return store;
    }

    protected async Task<TestStore> StartAsync(string timeZone = "UTC", params (string Name, string Value)[] settings)
    {
        TestStore store = Build(timeZone, settings);
        await store.StartAsync();
        return store;
    }

    protected TestStore Build(string timeZone = "UTC", params (string Name, string Value)[] settings)
    {
        IDictionary<string, string?> all = Database.Settings;
        foreach ((string name, string value) in settings)
        {
            all[name] = value;
        }

        var store = TestStore.Build(all, timeZone);
        _stores.Add(store);
        return store;
    }

    protected static async Task<RatingStatistics> ReadOneAsync(TestStore store, RatingStatisticsQuery query) =>
        (await ReadRowsAsync(store, query)).Single();

    protected static async Task<IReadOnlyList<RatingStatistics>> ReadRowsAsync(
        TestStore store,
        RatingStatisticsQuery query
    ) => (await store.Statistics.ReadAsync(query, CancellationToken.None)).Rows;

    /// <summary>The number of answers per group, groups written as <c>a|b</c> with <c>-</c> for none.</summary>
    protected static async Task<IReadOnlyDictionary<string, long>> ReadTotalsAsync(
        TestStore store,
        RatingStatisticsQuery query
    ) =>
        (await ReadRowsAsync(store, query)).ToDictionary(
            row => string.Join('|', row.Group.Select(value => value ?? "-")),
            row => row.Distribution.Total,
            StringComparer.Ordinal
        );

    protected static IReadOnlyDictionary<string, long> Totals(params (string Group, long Total)[] totals) =>
        totals.ToDictionary(total => total.Group, total => total.Total, StringComparer.Ordinal);

    protected static async Task AssertCleanAsync(TestStore store)
    {
        (await store.Maintenance.CheckAsync(CancellationToken.None)).Findings.Should().BeEmpty();
    }

    protected static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(5, limit.Token);
        }
    }
}
