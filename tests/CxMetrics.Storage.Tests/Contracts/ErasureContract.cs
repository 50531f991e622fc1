using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Storage.Tests.Contracts;

public abstract class ErasureContract : StorageContract
{
    private readonly StepClock _clock = new(Some.Noon.AddDays(30));

    [Test]
    public async Task Erase_NeverKnown_IsNotFound()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAsync(Some.Response("1"));

        (await store.EraseAsync("2")).Should().Be(ErasureOutcome.NotFound);
        (await store.EraseAsync("1", "other")).Should().Be(ErasureOutcome.NotFound);

        (await ReadOneAsync(store, Some.Query())).Excluded.Total.Should().Be(0);
    }

    [Test]
    public async Task Erase_Twice_IsOnce()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(Some.Response("1"), Some.Response("2", score: 0));

        (await store.EraseAsync("1")).Should().Be(ErasureOutcome.Erased);
        (await store.EraseAsync("1")).Should().Be(ErasureOutcome.AlreadyErased);

        RatingStatistics row = await ReadOneAsync(store, Some.Query());
        row.Distribution.Counts.ToArray().Should().Equal(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        row.Excluded.Should().Be(new ExcludedAnswers(Erased: 1));
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Erase_AllRevisions_LoseEverythingPersonal()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(
            Some.FullResponse(),
            Some.FullResponse() with
            {
                Comment = "Second thoughts",
                Locale = "fr-FR",
            },
            Some.FullResponse("other") with
            {
                CustomerId = "another",
            }
        );

        await store.EraseAsync("full", "survey-tool");

        Database.ReadNumber("SELECT COUNT(*) FROM ResponseDetails").Should().Be(1);
        Database
            .ReadNumber(
                "SELECT COUNT(*) FROM SupersededResponses WHERE CustomerKey IS NOT NULL OR AccountKey IS NOT NULL"
            )
            .Should()
            .Be(0);
        Database
            .ReadNumber(
                "SELECT COUNT(*) FROM Responses WHERE Id = 'full' AND CustomerKey IS NULL AND AccountKey IS NULL AND Erased = 1"
            )
            .Should()
            .Be(1);
        (await store.FindAsync(Some.FullResponse("other")))!.Response.Comment.Should().NotBeNull();
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Erase_ThenSentAgain_IsADuplicateAndStaysErased()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAsync(Some.FullResponse());
        await store.EraseAsync("full", "survey-tool");

        (await store.AppendAsync(Some.FullResponse())).Should().Be(AppendOutcome.Duplicate);
        (await store.AppendAsync(Some.FullResponse() with { Answers = [Some.Nps(0)] }))
            .Should()
            .Be(AppendOutcome.Duplicate);

        (await store.FindAsync(Some.FullResponse()))!.Erasure.Should().Be(Erasure.Tombstone);
        (await ListAsync(store, asOf: null)).Should().BeEmpty();
        (await ReadOneAsync(store, Some.Query())).Distribution.Total.Should().Be(0);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Erase_ReadAsOfEarlier_GivesTheOldFigureWithoutIdentity()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAsync(Some.FullResponse());
        DateTimeOffset before = _clock.Step();
        await store.EraseAsync("full", "survey-tool");
        DateTimeOffset after = _clock.Step();

        RatingStatistics then = await ReadOneAsync(store, Some.Query() with { AsOf = before });
        then.Distribution[10].Should().Be(1);
        then.Excluded.Total.Should().Be(0);
        RatingStatistics now = await ReadOneAsync(store, Some.Query() with { AsOf = after });
        now.Distribution.Total.Should().Be(0);
        now.Excluded.Should().Be(new ExcludedAnswers(Erased: 1));

        StoredResponse found = (await store.FindAsync(Some.FullResponse(), before))!;
        found.Erasure.Should().Be(Erasure.Anonymised);
        found
            .Response.Should()
            .BeEquivalentTo(
                Some.FullResponse() with
                {
                    CustomerId = null,
                    AccountId = null,
                    Comment = null,
                    Locale = null,
                    Attributes = null,
                }
            );
        (await ListAsync(store, before)).Should().Equal("full");
        (await ListAsync(store, after)).Should().BeEmpty();
    }

    [Test]
    public async Task Erase_ATest_IsCountedAsErasedOnly()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAsync(Some.Response() with { Test = true });

        await store.EraseAsync("1");

        (await ReadOneAsync(store, Some.Query())).Excluded.Should().Be(new ExcludedAnswers(Erased: 1));
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Erase_WaitingBehindAppends_KeepsTheirOrder()
    {
        TestStore store = await StartAsync(_clock);
        Task<ErasureOutcome> erased;
        Task<AppendOutcome> appended;
        using (Database.LockOut())
        {
            Task<AppendOutcome> first = store.AppendAsync(Some.Response("first"));
            await WaitUntilAsync(() => store.Backlog.Depth == 0);
            appended = store.AppendAsync(Some.Response("1"));
            erased = store.EraseAsync("1");
            // With several writers the append may be under way already; the erasure waits for it.
            await WaitUntilAsync(() => store.Backlog.Depth >= 1);
            first.IsCompleted.Should().BeFalse();
        }

        (await appended).Should().Be(AppendOutcome.Stored);
        (await erased).Should().Be(ErasureOutcome.Erased);
        await AssertCleanAsync(store);
    }

    private static async Task<IEnumerable<string>> ListAsync(TestStore store, DateTimeOffset? asOf)
    {
        var query = new ResponseQuery(null, null, null, null, null, 100) { AsOf = asOf };
        ResponsePage page = await store.Responses.ListAsync(query, CancellationToken.None);
        return page.Responses.Select(stored => stored.Response.Id);
    }
}
