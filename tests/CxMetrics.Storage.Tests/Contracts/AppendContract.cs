using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Tests.Contracts;

public abstract class AppendContract : StorageContract
{
    [Test]
    public async Task Append_EmptyBatch_IsCommittedWithNothing()
    {
        TestStore store = await StartAsync();

        AppendResult result = await store.Responses.AppendAsync([], WhenFull.GiveUp, CancellationToken.None);

        result.Status.Should().Be(AppendStatus.Committed);
        result.Outcomes.Should().BeEmpty();
    }

    [Test]
    public async Task Append_FullResponse_ComesBackExactly()
    {
        TestStore store = await StartAsync();
        SurveyResponse sent = Some.FullResponse() with { Comment = Database.HardComment };

        (await store.AppendAsync(sent)).Should().Be(AppendOutcome.Stored);

        StoredResponse? found = await store.FindAsync(sent);
        found!.Response.Should().BeEquivalentTo(sent, options => options.WithStrictOrdering());
        found.Response.HasSameContentAs(sent).Should().BeTrue();
        found.RecordedAt.Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Test]
    public async Task Append_ResponseWithoutAnything_ComesBackExactly()
    {
        TestStore store = await StartAsync();
        SurveyResponse sent = Some.Response() with
        {
            Answers = [],
            RespondedAt = DateTimeOffset.UnixEpoch.AddYears(-80),
        };

        await store.AppendAsync(sent);

        (await store.FindAsync(sent))!.Response.Should().BeEquivalentTo(sent);
    }

    [Test]
    public async Task Find_UnknownSourceOrId_IsNull()
    {
        TestStore store = await StartAsync();
        await store.AppendAsync(Some.Response());

        (await store.FindAsync(Some.Response("other"))).Should().BeNull();
        (await store.FindAsync(Some.Response() with { Source = "other" })).Should().BeNull();
    }

    [Test]
    public async Task Append_SameContentAgain_IsDuplicate()
    {
        TestStore store = await StartAsync();
        await store.AppendAsync(Some.FullResponse());
        DateTimeOffset recordedAt = (await store.FindAsync(Some.FullResponse()))!.RecordedAt;

        (await store.AppendAsync(Some.FullResponse())).Should().Be(AppendOutcome.Duplicate);

        (await store.FindAsync(Some.FullResponse()))!.RecordedAt.Should().Be(recordedAt);
        Database.ReadNumber("SELECT COUNT(*) FROM Responses").Should().Be(1);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_NamesThatDifferInCaseOnly_AreDifferentNames()
    {
        TestStore store = await StartAsync();

        IReadOnlyList<AppendOutcomeKind> kinds = await store.AppendAllAsync(
            Some.Response("a") with
            {
                Channel = "web",
            },
            Some.Response("A") with
            {
                Channel = "Web",
            }
        );

        kinds.Should().AllBeEquivalentTo(AppendOutcomeKind.Stored);
        (await ReadTotalsAsync(store, Some.Query([Dimension.Channel])))
            .Should()
            .BeEquivalentTo(Totals(("web", 1), ("Web", 1)));
    }

    [Test]
    public async Task Append_RepeatsWithinABatch_CountInOrder()
    {
        TestStore store = await StartAsync();

        IReadOnlyList<AppendOutcomeKind> kinds = await store.AppendAllAsync(
            Some.Response(score: 1),
            Some.Response(score: 1),
            Some.Response(score: 2),
            Some.Response("2"),
            Some.Response(score: 1)
        );

        kinds
            .Should()
            .Equal(
                AppendOutcomeKind.Stored,
                AppendOutcomeKind.Duplicate,
                AppendOutcomeKind.Updated,
                AppendOutcomeKind.Stored,
                AppendOutcomeKind.Updated
            );
        (await store.FindAsync(Some.Response()))!.Response.Answers.Single().Score.Should().Be(1);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_OtherContent_UpdatesAndKeepsTheEarlierRevision()
    {
        TestStore store = await StartAsync();
        await store.AppendAsync(Some.FullResponse());
        SurveyResponse revised = Some.FullResponse() with { Answers = [Some.Csat(1)], Comment = null, Channel = "app" };

        (await store.AppendAsync(revised)).Should().Be(AppendOutcome.Updated);

        (await store.FindAsync(revised))!.Response.Should().BeEquivalentTo(revised);
        Database.ReadNumber("SELECT COUNT(*) FROM Responses").Should().Be(1);
        Database
            .ReadNumber(
                """
                SELECT COUNT(*) FROM SupersededResponses AS s
                JOIN Responses AS r ON r.SourceKey = s.SourceKey AND r.Id = s.Id AND r.ResponseKey <> s.ResponseKey
                JOIN ResponseDetails AS d ON d.ResponseKey = s.ResponseKey AND d.Comment IS NOT NULL
                WHERE s.Score = 10 AND s.SupersededAt = r.RecordedAt
                """
            )
            .Should()
            .Be(1);
        Database
            .ReadNumber(
                "SELECT COUNT(*) FROM FurtherAnswers AS f JOIN SupersededResponses AS s ON s.ResponseKey = f.ResponseKey"
            )
            .Should()
            .Be(3);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_Update_MovesCountsBetweenDaysDimensionsAndQuestions()
    {
        TestStore store = await StartAsync();
        await store.AppendAsync(Some.Response() with { Touchpoint = "checkout", Channel = "web" });
        SurveyResponse revised = Some.Response() with
        {
            RespondedAt = Some.Noon.AddDays(3),
            Survey = "exit",
            Answers = [Some.Nps(2), Some.Csat(5)],
            Touchpoint = "support",
            Channel = null,
        };

        await store.AppendAsync(revised);

        (await ReadTotalsAsync(store, Some.Query([Dimension.Survey, Dimension.Touchpoint, Dimension.Channel])))
            .Should()
            .BeEquivalentTo(Totals(("exit|support|-", 1)));
        Database.ReadNumber("SELECT COUNT(DISTINCT Day) FROM DailyCounts").Should().Be(1);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_OtherScale_IsRefusedNamingBoth()
    {
        TestStore store = await StartAsync();
        await store.AppendAsync(Some.Response() with { Answers = [Some.Nps(1), Some.Csat(4)] });
        var otherScale = new RatingScale(1, 7, ScaleDirection.HigherIsBetter);
        SurveyResponse contradicting = Some.Response("2") with
        {
            Answers = [Some.Nps(1), Some.Csat(4) with { Scale = otherScale }],
        };

        AppendOutcome outcome = await store.AppendAsync(contradicting);

        outcome.Kind.Should().Be(AppendOutcomeKind.Refused);
        outcome
            .Error.Should()
            .Be(
                new FactError(
                    "answers[1].scale",
                    FactErrorCodes.ScaleMismatch,
                    "The question 'csat' of the survey 'relationship' has the scale 1 to 5 since its first answer; "
                        + "this answer has the scale 1 to 7."
                )
            );
    }

    [Test]
    public async Task Append_OtherMetric_IsRefused()
    {
        TestStore store = await StartAsync();
        await store.AppendAsync(Some.Response() with { Answers = [Some.Csat(4)] });
        Answer contradicting = Some.Csat(4) with { Metric = RatingMetric.Rating };

        AppendOutcome outcome = await store.AppendAsync(Some.Response("2") with { Answers = [contradicting] });

        outcome.Error!.Field.Should().Be("answers[0].metric");
        outcome.Error.Code.Should().Be(FactErrorCodes.ScaleMismatch);
        outcome.Error.Message.Should().Contain("csat").And.Contain("rating");
    }

    [Test]
    public async Task Append_RefusedMember_LeavesNoTraceAndDoesNotDisturbItsNeighbours()
    {
        TestStore store = await StartAsync();
        SurveyResponse refused = Some.Response("refused") with
        {
            Source = "ghost",
            CustomerId = "ghost",
            Channel = "ghost",
            Answers = [Some.Csat(1, "ghost"), Some.Nps(3) with { Scale = new RatingScale(0, 9, default) }],
        };

        IReadOnlyList<AppendOutcomeKind> kinds = await store.AppendAllAsync(
            Some.Response("before"),
            refused,
            Some.Response("after")
        );

        kinds.Should().Equal(AppendOutcomeKind.Stored, AppendOutcomeKind.Refused, AppendOutcomeKind.Stored);
        Database
            .ReadNumber(
                """
                SELECT COUNT(*) FROM (SELECT Name FROM Sources UNION ALL SELECT Name FROM Customers
                UNION ALL SELECT Name FROM Channels UNION ALL SELECT Name FROM Questions) AS n WHERE Name = 'ghost'
                """
            )
            .Should()
            .Be(0);
        (await ReadOneAsync(store, Some.Query())).Distribution.Total.Should().Be(2);
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Append_QuestionFixedEarlierInTheSameBatch_RefusesTheLaterScale()
    {
        TestStore store = await StartAsync();
        Answer other = Some.Csat(4) with { Scale = new RatingScale(1, 4, ScaleDirection.HigherIsBetter) };

        IReadOnlyList<AppendOutcomeKind> kinds = await store.AppendAllAsync(
            Some.Response("1") with
            {
                Answers = [Some.Csat(4)],
            },
            Some.Response("2") with
            {
                Answers = [other],
            },
            Some.Response("3") with
            {
                Survey = "another",
                Answers = [other],
            }
        );

        kinds.Should().Equal(AppendOutcomeKind.Stored, AppendOutcomeKind.Refused, AppendOutcomeKind.Stored);
    }

    [Test]
    public async Task Append_TestResponse_IsKeptButNotCounted()
    {
        TestStore store = await StartAsync();

        await store.AppendAllAsync(Some.Response("1"), Some.Response("2") with { Test = true });

        RatingStatistics statistics = await ReadOneAsync(store, Some.Query());
        statistics.Distribution.Total.Should().Be(1);
        statistics.Excluded.Should().Be(new ExcludedAnswers(Test: 1));
        (await store.FindAsync(Some.Response("2")))!.Response.Test.Should().BeTrue();
        await AssertCleanAsync(store);
    }

    [Test]
    public async Task Start_AfterDispose_SeesEverything()
    {
        await using (TestStore first = await StartAsync())
        {
            await first.AppendAsync(Some.FullResponse());
        }

        TestStore second = await StartAsync();

        (await second.AppendAsync(Some.FullResponse())).Should().Be(AppendOutcome.Duplicate);
        (await ReadOneAsync(second, Some.Query())).Distribution[10].Should().Be(1);
    }
}
