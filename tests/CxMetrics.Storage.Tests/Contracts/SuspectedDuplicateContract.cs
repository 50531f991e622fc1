using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Storage.Tests.Contracts;

public abstract class SuspectedDuplicateContract : StorageContract
{
    private readonly StepClock _clock = new(Some.Noon.AddDays(30));

    [TestCase(0, true)]
    [TestCase(5_000_000, true)]
    [TestCase(-5_000_000, true)]
    [TestCase(5_000_001, false)]
    [TestCase(-5_000_001, false)]
    public async Task Append_SameUnderAnotherId_IsSuspectedWithinFiveSeconds(int microseconds, bool suspected)
    {
        TestStore store = await StartAsync(_clock);

        IReadOnlyList<AppendOutcomeKind> kinds = await store.AppendAllAsync(
            Some.FullResponse("1"),
            Again("2") with
            {
                RespondedAt = Some.FullResponse().RespondedAt.AddMicroseconds(microseconds),
            }
        );

        kinds.Should().AllBeEquivalentTo(AppendOutcomeKind.Stored);
        await AssertSuspectedAsync(store, suspected ? ["2"] : []);
        RatingStatistics row = await ReadOneAsync(store, Some.Query());
        row.Distribution.Total.Should().Be(suspected ? 1 : 2);
        row.Excluded.Should().Be(new ExcludedAnswers(SuspectedDuplicate: suspected ? 1 : 0));
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_OtherDelivery_IsSuspectedAllTheSame()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAsync(Some.FullResponse("1"));

        await store.AppendAsync(
            Again("1") with
            {
                Source = "import",
                AccountId = null,
                Locale = null,
                Attributes = null,
                Complete = true,
            }
        );

        await AssertSuspectedAsync(store, "1");
    }

    private static readonly Func<SurveyResponse, SurveyResponse>[] Differences =
    [
        response => response with { CustomerId = "other" },
        response => response with { CustomerId = null },
        response => response with { Survey = "exit" },
        response => response with { Comment = "other" },
        response => response with { Comment = null },
        response => response with { Touchpoint = null },
        response => response with { Channel = "app" },
        response => response with { Segment = "other" },
        response => response with { Test = true },
        response => response with { Answers = [] },
        response => response with { Answers = [Some.Nps(9), .. response.Answers.Skip(1)] },
        response => response with { Answers = [response.Answers[0]] },
        response => response with { Answers = [.. response.Answers.SkipLast(1)] },
        response => response with { Answers = [response.Answers[0], Some.Csat(3), .. response.Answers.Skip(2)] },
    ];

    [Test]
    public async Task Append_OtherContent_IsNotSuspected([Range(0, 13)] int difference)
    {
        TestStore store = await StartAsync(_clock);

        await store.AppendAllAsync(Some.FullResponse("1"), Differences[difference](Again("2")));
        await AssertSuspectedAsync(store);
    }

    [Test]
    public async Task Append_OriginalIsATest_IsNotSuspected()
    {
        TestStore store = await StartAsync(_clock);

        await store.AppendAllAsync(Some.FullResponse("1") with { Test = true }, Again("2"));

        await AssertSuspectedAsync(store);
        (await ReadOneAsync(store, Some.Query())).Distribution.Total.Should().Be(1);
    }

    [Test]
    public async Task Append_SuspectedAgain_IsADuplicateAndStaysSuspected()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(Some.FullResponse("1"), Again("2"));

        (await store.AppendAsync(Again("2"))).Should().Be(AppendOutcome.Duplicate);

        await AssertSuspectedAsync(store, "2");
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Revise_Original_ClearsThoseThatHaveNoOther()
    {
        TestStore store = await StartAsync(_clock);
        DateTimeOffset at = Some.FullResponse().RespondedAt;
        await store.AppendAllAsync(
            Some.FullResponse("1"),
            Again("2") with
            {
                RespondedAt = at.AddSeconds(4),
            },
            Again("3") with
            {
                RespondedAt = at.AddSeconds(8),
            }
        );
        await AssertSuspectedAsync(store, "2", "3");
        DateTimeOffset before = _clock.Step();

        await store.AppendAsync(Some.FullResponse("1") with { Comment = "Something else" });

        await AssertSuspectedAsync(store, "3");
        RatingStatistics now = await ReadOneAsync(store, Some.Query());
        now.Distribution.Total.Should().Be(2);
        now.Excluded.Should().Be(new ExcludedAnswers(SuspectedDuplicate: 1));
        RatingStatistics then = await ReadOneAsync(store, Some.Query() with { AsOf = before });
        then.Distribution.Total.Should().Be(1);
        then.Excluded.Should().Be(new ExcludedAnswers(SuspectedDuplicate: 2));
        (await store.FindAsync(Again("2"), before))!.SuspectedDuplicate.Should().BeTrue();
        StoredResponse cleared = (await store.FindAsync(Again("2")))!;
        cleared.Response.Should().BeEquivalentTo(Again("2") with { RespondedAt = at.AddSeconds(4) });
        cleared.RecordedAt.Should().BeAfter(before);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_ChainAgainstTheOrderOfIds_LeadsToAnAnswerThatCounts()
    {
        TestStore store = await StartAsync(_clock);
        DateTimeOffset at = Some.FullResponse().RespondedAt;

        await store.AppendAllAsync(
            Some.FullResponse("c"),
            Again("b") with
            {
                RespondedAt = at.AddSeconds(4),
            },
            Again("a") with
            {
                RespondedAt = at.AddSeconds(8),
            }
        );

        await AssertCountedOrSuspectedAsync(store, 3);
        _clock.Step();
        await store.AppendAsync(Some.FullResponse("c") with { Comment = "Something else" });
        await AssertCountedOrSuspectedAsync(store, 3);
        _clock.Step();
        await store.EraseAsync("a", "survey-tool");
        await AssertSuspectedAsync(store);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Erase_Original_ClearsItsDependants()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(Some.FullResponse("1"), Again("2"));
        DateTimeOffset before = _clock.Step();

        await store.EraseAsync("1", "survey-tool");

        await AssertSuspectedAsync(store);
        RatingStatistics now = await ReadOneAsync(store, Some.Query());
        now.Distribution.Total.Should().Be(1);
        now.Excluded.Should().Be(new ExcludedAnswers(Erased: 1));
        RatingStatistics then = await ReadOneAsync(store, Some.Query() with { AsOf = before });
        then.Distribution.Total.Should().Be(1);
        then.Excluded.Should().Be(new ExcludedAnswers(SuspectedDuplicate: 1));
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Erase_Suspected_LeavesTheOriginal()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(Some.FullResponse("1"), Again("2"));

        await store.EraseAsync("2", "survey-tool");

        RatingStatistics now = await ReadOneAsync(store, Some.Query());
        now.Distribution.Total.Should().Be(1);
        now.Excluded.Should().Be(new ExcludedAnswers(Erased: 1));
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Revise_IntoTheContentOfAnother_BecomesSuspected()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(Some.FullResponse("1"), Again("2") with { Comment = "Not yet" });

        (await store.AppendAsync(Again("2"))).Should().Be(AppendOutcome.Updated);

        await AssertSuspectedAsync(store, "2");
        await AssertCleanAsync(store);
    }

    private static SurveyResponse Again(string id) => Some.FullResponse(id);

    private static async Task AssertCountedOrSuspectedAsync(TestStore store, long answers)
    {
        RatingStatistics now = await ReadOneAsync(store, Some.Query());
        now.Distribution.Total.Should().BePositive();
        (now.Distribution.Total + now.Excluded.SuspectedDuplicate).Should().Be(answers);
        await AssertCleanAsync(store);
    }

    private static async Task AssertSuspectedAsync(TestStore store, params string[] ids)
    {
        var query = new ResponseQuery(null, null, null, null, null, 100) { SuspectedDuplicate = true };
        ResponsePage page = await store.Responses.ListAsync(query, CancellationToken.None);
        page.Responses.Select(stored => stored.Response.Id).Should().BeEquivalentTo(ids);
        page.Responses.Should().NotContain(stored => !stored.SuspectedDuplicate);
    }
}
