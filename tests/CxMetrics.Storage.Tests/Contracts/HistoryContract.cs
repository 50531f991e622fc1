using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Tests.Contracts;

/// <summary>Reads as of a past moment: what was known then, in the state it had then.</summary>
public abstract class HistoryContract : StorageContract
{
    private static readonly ResponseQuery Everything = new(null, null, null, null, null, 1000);

    private readonly StepClock _clock = new(Some.Noon.AddDays(30));

    [Test]
    public async Task Read_AsOfBetweenRevisions_CountsTheRevisionOfThen()
    {
        TestStore store = await StartAsync(_clock);
        DateTimeOffset before = _clock.Step();
        await store.AppendAsync(Some.Response(score: 9));
        DateTimeOffset first = _clock.Step();
        await store.AppendAsync(Some.Response(score: 6));
        DateTimeOffset second = _clock.Step();

        (await ReadRowsAsync(store, Some.Query() with { AsOf = before })).Should().BeEmpty();
        (await ReadOneAsync(store, Some.Query() with { AsOf = first })).Distribution[9].Should().Be(1);
        RatingStatistics revised = await ReadOneAsync(store, Some.Query() with { AsOf = second });
        revised.Distribution[6].Should().Be(1);
        revised.Distribution.Total.Should().Be(1);
    }

    [Test]
    public async Task Read_AsOfJustBeforeAndAtTheRecording_DiffersByThatResponse()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAsync(Some.Response("1"));
        _clock.Step();
        await store.AppendAsync(Some.Response("2"));
        DateTimeOffset recorded = _clock.Step();

        (await ReadOneAsync(store, Some.Query() with { AsOf = recorded.AddMicroseconds(-1) }))
            .Distribution.Total.Should()
            .Be(1);
        (await ReadOneAsync(store, Some.Query() with { AsOf = recorded })).Distribution.Total.Should().Be(2);
    }

    [Test]
    public async Task Read_AsOf_KnowsFurtherAnswersDimensionsAndTests()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAsync(Some.FullResponse() with { Test = true });
        DateTimeOffset asTest = _clock.Step();
        await store.AppendAsync(Some.FullResponse() with { Channel = "app" });
        DateTimeOffset asReal = _clock.Step();
        await store.AppendAsync(Some.FullResponse() with { Test = true });

        RatingStatisticsQuery csat = Some.Query([Dimension.Question, Dimension.Channel], metric: RatingMetric.Csat);
        IReadOnlyList<RatingStatistics> then = await ReadRowsAsync(store, csat with { AsOf = asTest });
        then.Should().HaveCount(2);
        then.Should()
            .OnlyContain(row => row.Excluded == new ExcludedAnswers(0, 1, 0, 0) && row.Distribution.Total == 0);
        (await ReadTotalsAsync(store, csat with { AsOf = asReal }))
            .Should()
            .BeEquivalentTo(Totals(("csat|app", 1), ("speed|app", 1)));
        (await ReadOneAsync(store, Some.Query())).Excluded.Test.Should().Be(1);
    }

    [Test]
    public async Task Read_AsOf_FiltersAndPeriodsApply()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(
            Some.Response("1") with
            {
                Channel = "web",
            },
            Some.Response("2") with
            {
                Channel = "app",
            },
            Some.Response("3") with
            {
                Channel = "web",
                RespondedAt = Some.Noon.AddDays(1),
            }
        );
        DateTimeOffset then = _clock.Step();
        await store.AppendAsync(Some.Response("4") with { Channel = "web" });
        var day = DateOnly.FromDateTime(Some.Noon.Date);
        RatingStatisticsQuery query = Some.Query(
            null,
            Some.Only(Dimension.Channel, "web"),
            RatingMetric.Nps,
            new DateRange(day, day.AddDays(1)),
            new DateRange(day.AddDays(1), day.AddDays(2))
        );

        IReadOnlyList<RatingStatistics> rows = await ReadRowsAsync(store, query with { AsOf = then });

        rows.ToDictionary(row => row.PeriodIndex, row => row.Distribution.Total)
            .Should()
            .Equal(new Dictionary<int, long> { [0] = 1, [1] = 1 });
    }

    [Test]
    public async Task Read_ClockSetBackBetweenRevisions_NeverCountsTwo()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAsync(Some.Response(score: 1));
        DateTimeOffset first = _clock.Step();
        await store.AppendAsync(Some.Response(score: 2));
        _clock.Step(TimeSpan.FromSeconds(-90));
        await store.AppendAsync(Some.Response(score: 3));

        for (int second = -120; second <= 120; second += 15)
        {
            IReadOnlyList<RatingStatistics> rows = await ReadRowsAsync(
                store,
                Some.Query() with
                {
                    AsOf = first.AddSeconds(second),
                }
            );
            rows.Sum(row => row.Distribution.Total).Should().Be(second < 0 ? 0 : 1, "at second {0}", second);
        }

        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Find_AsOf_GivesTheRevisionOfThen()
    {
        TestStore store = await StartAsync(_clock);
        DateTimeOffset before = _clock.Step();
        await store.AppendAsync(Some.FullResponse());
        DateTimeOffset first = _clock.Step();
        SurveyResponse revised = Some.FullResponse() with { Answers = [Some.Nps(1)], Comment = "Changed my mind" };
        await store.AppendAsync(revised);
        DateTimeOffset second = _clock.Step();

        (await store.FindAsync(revised, before)).Should().BeNull();
        (await store.FindAsync(revised, first))!.Response.Should().BeEquivalentTo(Some.FullResponse());
        StoredResponse? found = await store.FindAsync(revised, second);
        found!.Response.Should().BeEquivalentTo(revised);
        found.RecordedAt.Should().Be(second);
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(100)]
    public async Task List_AsOf_PagesOverCurrentAndEarlierRevisions(int limit)
    {
        TestStore store = await StartAsync(_clock);
        SurveyResponse[] sent =
        [
            .. Enumerable
                .Range(0, 10)
                .Select(index =>
                    Some.FullResponse($"{index}") with
                    {
                        CustomerId = "one",
                        RespondedAt = Some.Noon.AddMinutes(index % 4),
                        Comment = $"{index}",
                    }
                ),
        ];
        await store.AppendAllAsync(sent);
        DateTimeOffset then = _clock.Step();
        await store.AppendAllAsync([
            .. sent.Where((_, index) => index % 2 == 0)
                .Select(response => response with { Comment = "later", RespondedAt = Some.Noon.AddHours(1) }),
            Some.FullResponse("new"),
        ]);

        foreach (string? customer in new[] { null, "one" })
        {
            ResponseQuery query = Everything with { Limit = limit, AsOf = then, CustomerId = customer };
            (await ListAllAsync(store, query)).Should().BeEquivalentTo(sent);
        }

        (await ListAllAsync(store, Everything)).Should().HaveCount(11);
    }

    [Test]
    public async Task List_TestsAndSuspectedDuplicates_AreToldApart()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(
            Some.FullResponse("1"),
            Some.FullResponse("2"),
            Some.Response("3") with
            {
                Test = true,
            },
            Some.Response("4")
        );

        (await IdsAsync(Everything with { Test = true })).Should().Equal("3");
        (await IdsAsync(Everything with { Test = false })).Should().BeEquivalentTo("1", "2", "4");
        (await IdsAsync(Everything with { SuspectedDuplicate = true })).Should().Equal("2");
        (await IdsAsync(Everything with { SuspectedDuplicate = false, Test = false }))
            .Should()
            .BeEquivalentTo("1", "4");

        async Task<IEnumerable<string>> IdsAsync(ResponseQuery query) =>
            (await ListAllAsync(store, query)).Select(response => response.Id);
    }

    private static async Task<List<SurveyResponse>> ListAllAsync(TestStore store, ResponseQuery query)
    {
        var all = new List<SurveyResponse>();
        ResponsePosition? next = null;
        do
        {
            ResponsePage page = await store.Responses.ListAsync(query with { After = next }, CancellationToken.None);
            all.AddRange(page.Responses.Select(stored => stored.Response));
            next = page.Next;
        } while (next is not null);

        all.Should().BeInAscendingOrder(response => response.RespondedAt);
        return all;
    }
}
