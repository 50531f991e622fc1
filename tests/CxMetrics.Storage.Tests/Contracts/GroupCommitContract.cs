using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Storage.Tests.Contracts;

public abstract class GroupCommitContract : StorageContract
{
    private const string BusyTimeout = "Storage:BusyTimeout";

    /// <summary>For what is about the queue: with one writer at work, all else waits there.</summary>
    private static readonly (string Name, string Value) OneWriter = ("Storage:Writers", "1");

    [Test]
    public async Task Append_SameFactFrom64Callers_IsStoredOnce()
    {
        TestStore store = await StartAsync();

        AppendOutcome[] outcomes = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => Task.Run(() => store.AppendAsync(Some.FullResponse())))
        );

        outcomes.Count(outcome => outcome == AppendOutcome.Stored).Should().Be(1);
        outcomes.Count(outcome => outcome == AppendOutcome.Duplicate).Should().Be(63);
        (await ReadOneAsync(store, Some.Query())).Distribution.Total.Should().Be(1);
    }

    [Test]
    public async Task Append_SameRevisionFrom64Callers_UpdatesOnce()
    {
        TestStore store = await StartAsync();
        await store.AppendAsync(Some.Response(score: 1));

        AppendOutcome[] outcomes = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => Task.Run(() => store.AppendAsync(Some.Response(score: 2))))
        );

        outcomes.Count(outcome => outcome == AppendOutcome.Updated).Should().Be(1);
        outcomes.Count(outcome => outcome == AppendOutcome.Duplicate).Should().Be(63);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_ManyCallers_AllAreCounted()
    {
        TestStore store = await StartAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (int index = 0; index < 20; index++)
                        {
                            await store.AppendAsync(Some.Response($"{caller}-{index}", index % 11));
                        }
                    })
                )
        );

        (await ReadOneAsync(store, Some.Query())).Distribution.Total.Should().Be(640);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_LockedForTooLong_IsUnavailableThenWorksAgain()
    {
        TestStore store = await StartAsync("UTC", (BusyTimeout, "00:00:00.2"));
        using (Database.LockOut())
        {
            Func<Task> append = () => store.AppendAsync(Some.Response());
            await append.Should().ThrowAsync<StorageUnavailableException>();
        }

        (await store.AppendAsync(Some.Response())).Should().Be(AppendOutcome.Stored);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_MemberNobodyCanStore_FailsAloneAndLeavesNoGhost()
    {
        TestStore store = await StartAsync("UTC", OneWriter);
        SurveyResponse impossible = Some.Response("impossible") with
        {
            Touchpoint = "ghost",
            Answers = [new Answer("ghost", default, 99, RatingScale.FivePoint)],
        };
        Task<AppendOutcome>[] neighbours;
        Task<AppendOutcome> failing;
        using (Database.LockOut())
        {
            Task<AppendOutcome> first = store.AppendAsync(Some.Response("first"));
            await WaitUntilAsync(() => store.Backlog.Depth == 0);
            Task<AppendOutcome> before = store.AppendAsync(Some.Response("before") with { Touchpoint = "ghost" });
            failing = store.AppendAsync(impossible);
            Task<AppendOutcome> after = store.AppendAsync(Some.Response("after") with { Touchpoint = "ghost" });
            neighbours = [first, before, after];
        }

        (await Task.WhenAll(neighbours)).Should().AllBeEquivalentTo(AppendOutcome.Stored);
        Func<Task> failed = () => failing;
        await failed.Should().ThrowAsync<ArgumentException>();
        (await ReadTotalsAsync(store, Some.Query([Dimension.Touchpoint])))
            .Should()
            .BeEquivalentTo(Totals(("-", 1), ("ghost", 2)));
        Database.ReadNumber("SELECT COUNT(*) FROM Questions").Should().Be(1);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_RolledBackNames_AreNotRemembered()
    {
        TestStore store = await StartAsync();
        SurveyResponse impossible = Some.Response() with
        {
            CustomerId = "ghost",
            Survey = "ghost",
            Answers = [Some.Nps(99)],
        };
        Func<Task> append = () => store.AppendAsync(impossible);
        await append.Should().ThrowAsync<ArgumentException>();
        Database.ReadNumber("SELECT COUNT(*) FROM Customers").Should().Be(0);

        SurveyResponse possible = impossible with { Answers = [Some.Nps(9)] };
        await store.AppendAsync(possible);

        (await store.FindAsync(possible))!.Response.Should().BeEquivalentTo(possible);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_QueueFull_GivesUpAtOnceOrWaits()
    {
        TestStore store = await StartAsync("UTC", ("Storage:QueueCapacity", "2"), (BusyTimeout, "00:01:00"), OneWriter);
        Task<AppendOutcome>[] accepted;
        Task<AppendOutcome> waiting;
        using (Database.LockOut())
        {
            Task<AppendOutcome> first = store.AppendAsync(Some.Response("first"));
            await WaitUntilAsync(() => store.Backlog.Depth == 0);
            accepted = [first, store.AppendAsync(Some.Response("2")), store.AppendAsync(Some.Response("3"))];

            AppendResult refused = await store.Responses.AppendAsync(
                [Some.Response("4")],
                WhenFull.GiveUp,
                CancellationToken.None
            );
            waiting = store.AppendAsync(Some.Response("5"));

            refused.Should().Be(AppendResult.QueueFull);
            store.Backlog.Depth.Should().Be(2);
            store.Backlog.Capacity.Should().Be(2);
            waiting.IsCompleted.Should().BeFalse();
        }

        (await Task.WhenAll([.. accepted, waiting])).Should().AllBeEquivalentTo(AppendOutcome.Stored);
        (await store.FindAsync(Some.Response("4"))).Should().BeNull();
    }

    [Test]
    public async Task Append_CancelledWhileWaitingForRoom_StoresNothing()
    {
        TestStore store = await StartAsync("UTC", ("Storage:QueueCapacity", "1"), (BusyTimeout, "00:01:00"), OneWriter);
        using var cancellation = new CancellationTokenSource();
        using (Database.LockOut())
        {
            _ = store.AppendAsync(Some.Response("first"));
            await WaitUntilAsync(() => store.Backlog.Depth == 0);
            _ = store.AppendAsync(Some.Response("second"));
            ValueTask<AppendResult> waiting = store.Responses.AppendAsync(
                [Some.Response("third")],
                WhenFull.Wait,
                cancellation.Token
            );
            await cancellation.CancelAsync();

            Func<Task> wait = async () => await waiting;
            await wait.Should().ThrowAsync<OperationCanceledException>();
        }

        await store.AppendAsync(Some.Response("fourth"));
        (await store.FindAsync(Some.Response("third"))).Should().BeNull();
    }

    [Test]
    public async Task Append_BatchLargerThanTheQueue_IsTakenWhenNothingElseWaits()
    {
        TestStore store = await StartAsync("UTC", ("Storage:QueueCapacity", "2"), ("Storage:MaxGroupFacts", "2"));

        IReadOnlyList<AppendOutcomeKind> kinds = await store.AppendAllAsync([
            .. Enumerable.Range(0, 10).Select(index => Some.Response($"{index}")),
        ]);

        kinds.Should().HaveCount(10).And.AllBeEquivalentTo(AppendOutcomeKind.Stored);
    }

    [Test]
    public async Task Dispose_WithFactsInLine_StoresThemFirst()
    {
        TestStore store = await StartAsync("UTC", (BusyTimeout, "00:01:00"));
        Task<AppendOutcome>[] accepted;
        Task disposal;
        using (Database.LockOut())
        {
            accepted = [.. Enumerable.Range(0, 20).Select(index => store.AppendAsync(Some.Response($"{index}")))];
            IResponseStore responses = store.Responses;
            disposal = store.DisposeAsync().AsTask();

            AppendResult late = await responses.AppendAsync(
                [Some.Response("late")],
                WhenFull.Wait,
                CancellationToken.None
            );
            late.Should().Be(AppendResult.Stopping);
        }

        (await Task.WhenAll(accepted)).Should().AllBeEquivalentTo(AppendOutcome.Stored);
        await disposal;
        Database.ReadNumber("SELECT COUNT(*) FROM Responses").Should().Be(20);
    }

    [Test]
    public async Task Append_TwoProcessesOnOneDatabase_BothAreStored()
    {
        TestStore[] stores = await Task.WhenAll(Task.Run(() => StartAsync()), Task.Run(() => StartAsync()));

        await Task.WhenAll(
            stores.SelectMany(
                (store, process) =>
                    Enumerable
                        .Range(0, 50)
                        .Select(index =>
                            Task.Run(() =>
                                store.AppendAsync(
                                    Some.Response($"{process}-{index}") with
                                    {
                                        Touchpoint = $"touchpoint-{index % 7}",
                                        CustomerId = $"customer-{index}",
                                        // Apart, or the second of two would be suspected to repeat the first.
                                        RespondedAt = Some.Noon.AddMinutes(process),
                                    }
                                )
                            )
                        )
            )
        );

        (await ReadOneAsync(stores[0], Some.Query())).Distribution.Total.Should().Be(100);
        Database.ReadNumber("SELECT COUNT(*) FROM Customers").Should().Be(50);
        await AssertCleanAsync(stores[1]);
    }
}
