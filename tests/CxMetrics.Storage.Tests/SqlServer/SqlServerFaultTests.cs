using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Tests.SqlServer;

/// <summary>Faults of a real connection, and several processes at one database.</summary>
public sealed class SqlServerFaultTests
{
    private readonly List<TestStore> _stores = [];
    private SqlServerTestDatabase? _existing;

    private SqlServerTestDatabase Database => _existing!;

    [SetUp]
    public void CreateDatabase() => _existing = new SqlServerTestDatabase();

    [TearDown]
    public async Task RemoveDatabaseAsync()
    {
        foreach (TestStore store in _stores)
        {
            await store.DisposeAsync();
        }

        _stores.Clear();
        _existing?.Dispose();
        _existing = null;
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Append_ConnectionCutAtTheCommit_IsStoredOnceAndAnsweredSo(bool afterCommit)
    {
        await using CuttingProxy proxy = StartProxy(out IDictionary<string, string?> settings);
        TestStore store = await StartAsync(settings);
        await store.AppendAsync(Some.Response("before", score: 1));
        Action cut = afterCommit ? proxy.CutAfterCommit : proxy.CutBeforeCommit;
        cut();

        IReadOnlyList<AppendOutcomeKind> kinds = await store.AppendAllAsync(
            Some.FullResponse("new"),
            Some.Response("before", score: 2),
            Some.FullResponse("new")
        );

        proxy.Cuts.Should().Be(1);
        kinds.Should().Equal(AppendOutcomeKind.Stored, AppendOutcomeKind.Updated, AppendOutcomeKind.Duplicate);
        Database.ReadNumber("SELECT COUNT(*) FROM Responses").Should().Be(2);
        Database.ReadNumber("SELECT COUNT(*) FROM SupersededResponses").Should().Be(1);
        (await store.Maintenance.CheckAsync(CancellationToken.None)).Findings.Should().BeEmpty();
    }

    [Test]
    public async Task Append_ServerOutOfReach_IsUnavailable()
    {
        IDictionary<string, string?> settings;
        TestStore store;
        await using (CuttingProxy proxy = StartProxy(out settings))
        {
            store = await StartAsync(settings);
            await store.AppendAsync(Some.Response("1"));
        }

        SqlConnection.ClearAllPools();
        Func<Task> append = () => store.AppendAsync(Some.Response("2"));
        await append.Should().ThrowAsync<StorageUnavailableException>();
        Func<Task> read = () => store.FindAsync(Some.Response("1"));
        await read.Should().ThrowAsync<StorageUnavailableException>();
    }

    [Test]
    public async Task Append_SameFactsToFourProcessesAtRandom_AreStoredExactlyOnce()
    {
        const int processes = 4;
        const int facts = 60;
        TestStore[] stores = await Task.WhenAll(
            Enumerable.Range(0, processes).Select(_ => Task.Run(() => StartAsync(Database.Settings)))
        );

        IReadOnlyList<AppendOutcomeKind>[] outcomes = await Task.WhenAll(
            stores.Select((store, process) => Task.Run(() => SendAsync(store, process, facts)))
        );

        outcomes.SelectMany(kinds => kinds).Count(kind => kind == AppendOutcomeKind.Stored).Should().Be(facts);
        outcomes.SelectMany(kinds => kinds).Should().NotContain(AppendOutcomeKind.Refused);
        long updates = outcomes.SelectMany(kinds => kinds).Count(kind => kind == AppendOutcomeKind.Updated);
        Database.ReadNumber("SELECT COUNT(*) FROM Responses").Should().Be(facts);
        Database.ReadNumber("SELECT COUNT(*) FROM SupersededResponses").Should().Be(updates);
        Database
            .ReadNumber(
                "SELECT SUM(Score0 + Score1 + Score2 + Score3 + Score4 + Score5 + Score6 + Score7 + Score8 + Score9 + Score10) FROM DailyCounts WHERE Level = 0"
            )
            .Should()
            .Be(facts);
        (await stores[0].Maintenance.CheckAsync(CancellationToken.None)).Findings.Should().BeEmpty();
    }

    [Test]
    public async Task Append_LargeBatch_GoesThroughTheStagingTables()
    {
        TestStore store = await StartAsync(Database.Settings);
        SurveyResponse[] many =
        [
            .. Enumerable
                .Range(0, 1500)
                .Select(index =>
                    Some.FullResponse($"{index}") with
                    {
                        RespondedAt = Some.Noon.AddDays(index % 400),
                        CustomerId = $"customer-{index}",
                        Comment = "It's late",
                    }
                ),
        ];

        (await store.AppendAllAsync(many)).Should().OnlyContain(kind => kind == AppendOutcomeKind.Stored);
        (await store.AppendAllAsync(many)).Should().OnlyContain(kind => kind == AppendOutcomeKind.Duplicate);
        SurveyResponse[] revised = [.. many.Select(response => response with { Channel = "app" })];
        (await store.AppendAllAsync(revised)).Should().OnlyContain(kind => kind == AppendOutcomeKind.Updated);

        Database.ReadNumber("SELECT COUNT(*) FROM StagedResponses").Should().Be(0);
        Database.ReadNumber("SELECT COUNT(*) FROM StagedCounts").Should().Be(0);
        (await store.FindAsync(revised[7]))!.Response.Should().BeEquivalentTo(revised[7]);
        (await store.Maintenance.CheckAsync(CancellationToken.None)).Findings.Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<AppendOutcomeKind>> SendAsync(TestStore store, int process, int facts)
    {
        var random = new Random(process);
        var outcomes = new List<AppendOutcomeKind>();
        int[] order = [.. Enumerable.Range(0, facts).SelectMany(fact => new[] { fact, fact })];
        random.Shuffle(order);
        foreach (int[] batch in order.Chunk(5))
        {
            outcomes.AddRange(
                await store.AppendAllAsync([
                    .. batch.Select(fact =>
                        Some.Response($"{fact}", score: random.Next(2) == 0 ? 3 : 9) with
                        {
                            Channel = $"channel-{fact % 3}",
                            CustomerId = $"customer-{fact % 11}",
                            RespondedAt = Some.Noon.AddDays(fact % 5),
                        }
                    ),
                ])
            );
        }

        return outcomes;
    }

    private async Task<TestStore> StartAsync(IDictionary<string, string?> settings)
    {
        TestStore store = TestStore.Build(settings);
        lock (_stores)
        {
            _stores.Add(store);
        }

        await store.StartAsync();
        return store;
    }

    // Unencrypted, so that the proxy can tell a commit from everything else.
    private CuttingProxy StartProxy(out IDictionary<string, string?> settings)
    {
        var direct = new SqlConnectionStringBuilder(Database.ConnectionString);
        string[] place = direct.DataSource.Split(',');
        int port = place.Length > 1 ? int.Parse(place[1], System.Globalization.CultureInfo.InvariantCulture) : 1433;
        var proxy = new CuttingProxy(place[0], port);
        settings = Database.Settings;
        settings["Storage:ConnectionString"] = new SqlConnectionStringBuilder(direct.ConnectionString)
        {
            DataSource = $"127.0.0.1,{proxy.Port}",
            Encrypt = SqlConnectionEncryptOption.Optional,
            ConnectRetryCount = 0,
        }.ConnectionString;
        return proxy;
    }
}
