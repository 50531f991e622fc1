using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Tests.Contracts;

public abstract class UnitContract : StorageContract
{
    private readonly StepClock _clock = new(Some.Noon.AddDays(30));

    [Test]
    public async Task Read_Respondents_CountsTheLatestAnswerOfEach()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(
            By("1", "a", 0, hour: 0),
            By("2", "a", 10, hour: 2),
            By("3", "a", 5, hour: 1),
            By("4", "b", 7, hour: 0),
            By("5", null, 1, hour: 0),
            By("6", null, 1, hour: 0)
        );

        RatingStatistics row = await ReadOneAsync(store, Respondents());

        row.Unit.Should().Be(UnitOfAnalysis.Respondent);
        row.Distribution.Counts.ToArray().Should().Equal(0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 1);
        row.Excluded.Should().Be(new ExcludedAnswers(EarlierAnswer: 2));
    }

    [Test]
    public async Task Read_RespondentsOfOneMoment_TheOneRecordedLastCounts()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAsync(By("1", "a", 3, hour: 0));
        _clock.Step();
        await store.AppendAsync(By("2", "a", 4, hour: 0));
        _clock.Step();
        (await ReadOneAsync(store, Respondents())).Distribution[4].Should().Be(1);

        await store.AppendAsync(By("1", "a", 5, hour: 0));

        (await ReadOneAsync(store, Respondents())).Distribution[5].Should().Be(1);
    }

    [Test]
    public async Task Read_Respondents_InEachRowByItself()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(
            By("1", "a", 0, hour: 0) with
            {
                Channel = "web",
            },
            By("2", "a", 10, hour: 1) with
            {
                Channel = "app",
            },
            By("3", "a", 9, hour: 2) with
            {
                Channel = "app",
            }
        );

        (await ReadTotalsAsync(store, Respondents(Dimension.Channel)))
            .Should()
            .BeEquivalentTo(Totals(("web", 1), ("app", 1)));
        (await ReadTotalsAsync(store, Respondents())).Should().BeEquivalentTo(Totals(("", 1)));
    }

    [Test]
    public async Task Read_RespondentsWhoseLatestIsLeftOut_CountsTheOneBefore()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(By("1", "a", 8, hour: 0), By("2", "a", 2, hour: 1) with { Test = true });

        RatingStatistics row = await ReadOneAsync(store, Respondents());

        row.Distribution[8].Should().Be(1);
        row.Excluded.Should().Be(new ExcludedAnswers(Test: 1));
    }

    [Test]
    public async Task Read_RespondentsAcrossThresholds_KeepsOneOfEach()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(
            By("1", "a", 0, hour: 0) with
            {
                Answers = [Some.Csat(3, "speed")],
            },
            By("2", "a", 0, hour: 1) with
            {
                Answers = [Some.Csat(4, "price")],
            }
        );
        await store.DeclareAsync(
            "relationship",
            kind: null,
            new QuestionDeclaration("speed", null, null, null, new QuestionThresholds(SatisfiedFrom: 3))
        );

        IReadOnlyList<RatingStatistics> rows = await ReadRowsAsync(
            store,
            Some.Query(metric: RatingMetric.Csat) with
            {
                Unit = UnitOfAnalysis.Respondent,
            }
        );

        rows.Sum(row => row.Distribution.Total).Should().Be(1);
        rows.Single(row => row.Distribution.Total == 1).Thresholds.Should().Be(default(QuestionThresholds));
        rows.Single(row => row.Thresholds.SatisfiedFrom == 3).Excluded.EarlierAnswer.Should().Be(1);
    }

    [Test]
    public async Task Read_Accounts_GivesTheCountsOfEach()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(
            By("1", null, 0, hour: 0) with
            {
                AccountId = "x",
            },
            By("2", null, 10, hour: 1) with
            {
                AccountId = "x",
            },
            By("3", null, 10, hour: 2) with
            {
                AccountId = "y",
            },
            By("4", null, 9, hour: 3),
            By("5", null, 9, hour: 4)
        );

        RatingStatistics row = await ReadOneAsync(store, Some.Query() with { Unit = UnitOfAnalysis.Account });

        row.Distribution.Total.Should().Be(5);
        row.Accounts.Select(account => (account.Account == 0, account.Distribution.Total, account.Distribution[10]))
            .Should()
            .BeEquivalentTo([(false, 2L, 1L), (false, 1L, 1L), (true, 2L, 0L)]);
        row.Accounts.Select(account => account.Account).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task Read_Answers_FromCountsAndFromFacts_AreTheSame()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(Some.FullResponse("1"), Some.FullResponse("2"), By("3", "a", 3, hour: 5));
        DateTimeOffset now = _clock.Step();
        RatingStatisticsQuery query = Some.Query([Dimension.Survey, Dimension.Channel]) with
        {
            Unit = UnitOfAnalysis.Answer,
        };

        IReadOnlyList<RatingStatistics> counts = await ReadRowsAsync(store, query);
        IReadOnlyList<RatingStatistics> facts = await ReadRowsAsync(store, query with { AsOf = now });

        facts.Select(Describe).Should().BeEquivalentTo(counts.Select(Describe)).And.HaveCount(2);
    }

    [Test]
    public async Task Read_NoUnit_TakesTheDefaultOfTheSurveys()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(
            By("1", "a", 1, hour: 0),
            By("2", "a", 2, hour: 1),
            By("3", "a", 3, hour: 2) with
            {
                Survey = "visit",
            },
            By("4", "a", 4, hour: 3) with
            {
                Survey = "visit",
            }
        );
        (await UnitsAsync(store, Some.Query())).Should().Equal(UnitOfAnalysis.Answer);

        await store.DeclareAsync("relationship", SurveyKind.Relationship);

        (await UnitsAsync(store, Some.Query())).Should().Equal(UnitOfAnalysis.Answer);
        (await UnitsAsync(store, Some.Query(filters: Some.Only(Dimension.Survey, "relationship"))))
            .Should()
            .Equal(UnitOfAnalysis.Respondent);
        await store.DeclareAsync("visit", SurveyKind.Relationship);
        (await UnitsAsync(store, Some.Query())).Should().Equal(UnitOfAnalysis.Respondent);
    }

    [Test]
    public async Task Read_RelationshipAndTransactional_AreNotPooledUnasked()
    {
        TestStore store = await StartAsync(_clock);
        await store.AppendAllAsync(
            By("1", "a", 1, hour: 0),
            By("2", "a", 2, hour: 1),
            By("3", "a", 3, hour: 2) with
            {
                Survey = "visit",
            },
            By("4", "a", 4, hour: 3) with
            {
                Survey = "visit",
            }
        );
        await store.DeclareAsync("relationship", SurveyKind.Relationship);
        await store.DeclareAsync("visit", SurveyKind.Transactional);

        RatingReading refused = await store.Statistics.ReadAsync(Some.Query(), CancellationToken.None);
        refused.MixedKinds.Should().Be(new MixedSurveyKinds("relationship", "visit"));
        refused.Rows.Should().BeEmpty();

        RatingReading apart = await store.Statistics.ReadAsync(Some.Query([Dimension.Survey]), CancellationToken.None);
        apart.MixedKinds.Should().BeNull();
        apart
            .Rows.Select(row => (row.Group[0], row.Unit, row.Distribution.Total))
            .Should()
            .BeEquivalentTo([("relationship", UnitOfAnalysis.Respondent, 1L), ("visit", UnitOfAnalysis.Answer, 2L)]);
        (await ReadOneAsync(store, Some.Query() with { Unit = UnitOfAnalysis.Answer }))
            .Distribution.Total.Should()
            .Be(4);
    }

    private static SurveyResponse By(string id, string? customer, int score, int hour) =>
        Some.Response(id, score) with
        {
            CustomerId = customer,
            RespondedAt = Some.Noon.AddHours(hour),
        };

    private static RatingStatisticsQuery Respondents(params Dimension[] groupBy) =>
        Some.Query(groupBy) with
        {
            Unit = UnitOfAnalysis.Respondent,
        };

    private static async Task<IReadOnlyList<UnitOfAnalysis>> UnitsAsync(TestStore store, RatingStatisticsQuery query) =>
        (await store.Statistics.ReadAsync(query, CancellationToken.None)).Units;

    private static string Describe(RatingStatistics row) =>
        $"{row.PeriodIndex} {string.Join('|', row.Group)} {string.Join(' ', row.Distribution.Counts.ToArray())} {row.Excluded}";
}
