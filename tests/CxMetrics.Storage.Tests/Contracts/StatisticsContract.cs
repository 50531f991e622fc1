using CxMetrics.Calculation;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Tests.Contracts;

public abstract class StatisticsContract : StorageContract
{
    [Test]
    public async Task Read_NothingStored_IsEmpty()
    {
        TestStore store = await StartAsync();

        (await ReadRowsAsync(store, Some.Query())).Should().BeEmpty();
        (await store.Statistics.ListQuestionsAsync(CancellationToken.None)).Should().BeEmpty();
    }

    [Test]
    public async Task Read_Periods_CountsEachDayInItsOwn()
    {
        TestStore store = await StartAsync();
        string[] times = ["2026-01-31T23:59:59.999999Z", "2026-02-01T00:00Z", "2026-02-28T12:00Z", "2026-04-01T00:00Z"];
        await store.AppendAllAsync([
            .. times.Select((at, index) => Some.Response($"{index}") with { RespondedAt = At(at) }),
        ]);
        DateRange[] periods = [Month(1), Month(2), Month(4)];

        IReadOnlyList<RatingStatistics> rows = await ReadRowsAsync(store, Some.Query(periods: periods));

        rows.ToDictionary(row => row.PeriodIndex, row => row.Distribution.Total)
            .Should()
            .BeEquivalentTo(
                new Dictionary<int, long>
                {
                    [0] = 1,
                    [1] = 2,
                    [2] = 1,
                }
            );
    }

    [TestCase(
        "Europe/Berlin",
        "2026-03-28T23:00:00Z",
        "2026-03-29",
        TestName = "Berlin, first instant of the 23-hour day"
    )]
    [TestCase(
        "Europe/Berlin",
        "2026-03-29T21:59:59.999999Z",
        "2026-03-29",
        TestName = "Berlin, last instant of the 23-hour day"
    )]
    [TestCase("Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30", TestName = "Berlin, after the 23-hour day")]
    [TestCase(
        "Europe/Berlin",
        "2026-10-25T22:59:59.999999Z",
        "2026-10-25",
        TestName = "Berlin, last instant of the 25-hour day"
    )]
    [TestCase(
        "America/New_York",
        "2026-03-08T05:00:00Z",
        "2026-03-08",
        TestName = "New York, first instant of the 23-hour day"
    )]
    [TestCase(
        "America/New_York",
        "2026-11-02T04:59:59.999999Z",
        "2026-11-01",
        TestName = "New York, last instant of the 25-hour day"
    )]
    [TestCase("America/New_York", "2026-11-02T05:00:00Z", "2026-11-02", TestName = "New York, after the 25-hour day")]
    public async Task Read_WhenClocksChange_CountsOnTheLocalDay(string timeZone, string respondedAt, string day)
    {
        TestStore store = await StartAsync(timeZone);
        await store.AppendAsync(Some.Response() with { RespondedAt = At(respondedAt) });
        var from = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        RatingStatistics row = await ReadOneAsync(store, Some.Query(periods: new DateRange(from, from.AddDays(1))));

        row.Distribution.Total.Should().Be(1);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Read_GroupedAndFiltered_KeepsAnswersWithoutAValueApart()
    {
        TestStore store = await StartAsync();
        string?[] touchpoints = ["checkout", "support", null];
        string?[] channels = ["web", null];
        int id = 0;
        foreach (string? touchpoint in touchpoints)
        {
            foreach (string? channel in channels)
            {
                id++;
                await store.AppendAllAsync([
                    .. Enumerable
                        .Range(0, id)
                        .Select(index =>
                            Some.Response($"{id}-{index}") with
                            {
                                Touchpoint = touchpoint,
                                Channel = channel,
                                Segment = "s",
                            }
                        ),
                ]);
            }
        }

        (await ReadTotalsAsync(store, Some.Query())).Should().BeEquivalentTo(Totals(("", 21)));
        (await ReadTotalsAsync(store, Some.Query([Dimension.Touchpoint])))
            .Should()
            .BeEquivalentTo(Totals(("checkout", 3), ("support", 7), ("-", 11)));
        (await ReadTotalsAsync(store, Some.Query([Dimension.Channel, Dimension.Touchpoint])))
            .Should()
            .BeEquivalentTo(
                Totals(
                    ("web|checkout", 1),
                    ("-|checkout", 2),
                    ("web|support", 3),
                    ("-|support", 4),
                    ("web|-", 5),
                    ("-|-", 6)
                )
            );
        (await ReadTotalsAsync(store, Some.Query(filters: Some.Only(Dimension.Touchpoint, "checkout", null))))
            .Should()
            .Equal(Totals(("", 14)));
        (await ReadTotalsAsync(store, Some.Query([Dimension.Touchpoint], Some.Only(Dimension.Channel, (string?)null))))
            .Should()
            .BeEquivalentTo(Totals(("checkout", 2), ("support", 4), ("-", 6)));
        (await ReadTotalsAsync(store, Some.Query([Dimension.Segment], Some.Only(Dimension.Segment, "s", "unknown"))))
            .Should()
            .Equal(Totals(("s", 21)));
        (await ReadTotalsAsync(store, Some.Query(filters: Some.Only(Dimension.Channel, "unknown")))).Should().BeEmpty();
        (await ReadTotalsAsync(store, Some.Query(filters: Some.Only(Dimension.Channel)))).Should().BeEmpty();
    }

    [Test]
    public async Task Read_BySurveyAndQuestion_UsesTheQuestions()
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync(
            Some.Response("1") with
            {
                Answers = [Some.Csat(5), Some.Csat(4, "speed")],
            },
            Some.Response("2") with
            {
                Survey = "exit",
                Answers = [Some.Csat(1), Some.Nps(1)],
            }
        );

        (await ReadTotalsAsync(store, Some.Query([Dimension.Question, Dimension.Survey], metric: RatingMetric.Csat)))
            .Should()
            .BeEquivalentTo(Totals(("csat|relationship", 1), ("speed|relationship", 1), ("csat|exit", 1)));
        (await ReadTotalsAsync(store, Some.Query(metric: RatingMetric.Csat))).Should().BeEquivalentTo(Totals(("", 3)));
        (
            await ReadTotalsAsync(
                store,
                Some.Query([Dimension.Question], Some.Only(Dimension.Survey, "relationship"), RatingMetric.Csat)
            )
        )
            .Should()
            .BeEquivalentTo(Totals(("csat", 1), ("speed", 1)));
        (
            await ReadTotalsAsync(
                store,
                Some.Query(filters: Some.Only(Dimension.Question, "speed", null), metric: RatingMetric.Csat)
            )
        )
            .Should()
            .Equal(Totals(("", 1)));
    }

    [Test]
    public async Task Read_QuestionsOnDifferentScales_ComeBackOncePerScale()
    {
        TestStore store = await StartAsync();
        var tenPoints = new RatingScale(1, 10, ScaleDirection.HigherIsBetter);
        await store.AppendAllAsync(
            Some.Response("1") with
            {
                Answers = [Some.Csat(5)],
            },
            Some.Response("2") with
            {
                Survey = "exit",
                Answers = [Some.Csat(10) with { Scale = tenPoints }],
            }
        );

        IReadOnlyList<RatingStatistics> rows = await ReadRowsAsync(store, Some.Query(metric: RatingMetric.Csat));

        rows.Select(row => row.Distribution.Scale).Should().BeEquivalentTo([RatingScale.FivePoint, tenPoints]);
        rows.Single(row => row.Distribution.Scale == tenPoints).Distribution[10].Should().Be(1);
        rows.Single(row => row.Distribution.Scale == RatingScale.FivePoint).Distribution[5].Should().Be(1);
    }

    [Test]
    public async Task Read_GroupWithTestAnswersOnly_ComesBack()
    {
        TestStore store = await StartAsync();
        await store.AppendAsync(Some.Response() with { Test = true, Channel = "web" });

        RatingStatistics row = await ReadOneAsync(store, Some.Query([Dimension.Channel]));

        row.Group.Should().Equal("web");
        row.Distribution.Total.Should().Be(0);
        row.Excluded.Should().Be(new ExcludedAnswers(Test: 1));
    }

    [Test]
    public async Task ListQuestions_ByNameOfSurveyAndQuestion_WithScale()
    {
        TestStore store = await StartAsync();
        await store.AppendAllAsync(Some.FullResponse(), Some.Response() with { Survey = "exit" });

        IReadOnlyList<Question> questions = await store.Statistics.ListQuestionsAsync(CancellationToken.None);

        questions
            .Should()
            .Equal(
                new Question("exit", "nps", RatingMetric.Nps, RatingScale.NetPromoter),
                new Question("relationship", "csat", RatingMetric.Csat, RatingScale.FivePoint),
                new Question("relationship", "effort", RatingMetric.Ces, Some.LowIsGood),
                new Question("relationship", "nps", RatingMetric.Nps, RatingScale.NetPromoter),
                new Question("relationship", "speed", RatingMetric.Csat, RatingScale.FivePoint)
            );
    }

    private static DateRange Month(int month) => new(new DateOnly(2026, month, 1), new DateOnly(2026, month + 1, 1));

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
