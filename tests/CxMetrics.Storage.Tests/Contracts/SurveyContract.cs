using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Tests.Contracts;

public abstract class SurveyContract : StorageContract
{
    private static readonly QuestionDeclaration Speed = new(
        "speed",
        RatingMetric.Csat,
        null,
        "How quick were we?",
        new QuestionThresholds(SatisfiedFrom: 3)
    );

    [Test]
    public async Task Declare_BeforeAnyResponse_FixesTheQuestions()
    {
        TestStore store = await StartAsync();

        DeclarationResult result = await store.DeclareAsync("visit", SurveyKind.Transactional, Speed);

        result.IsNew.Should().BeTrue();
        var expected = new Survey(
            "visit",
            SurveyKind.Transactional,
            null,
            [
                new SurveyQuestion(
                    new Question("visit", "speed", RatingMetric.Csat, RatingScale.FivePoint),
                    "How quick were we?",
                    new QuestionThresholds(SatisfiedFrom: 3)
                ),
            ]
        );
        result.Survey.Should().BeEquivalentTo(expected);
        (await store.Surveys.FindAsync("visit", CancellationToken.None)).Should().BeEquivalentTo(expected);
        SurveyResponse onAnotherScale = Some.Response() with
        {
            Survey = "visit",
            Answers =
            [
                new Answer("speed", RatingMetric.Csat, 7, new RatingScale(1, 10, ScaleDirection.HigherIsBetter)),
            ],
        };
        (await store.AppendAsync(onAnotherScale)).Kind.Should().Be(AppendOutcomeKind.Refused);
        (await store.AppendAsync(onAnotherScale with { Answers = [Some.Csat(4, "speed")] }))
            .Should()
            .Be(AppendOutcome.Stored);
    }

    [Test]
    public async Task Declare_Again_ReplacesWhatWasDeclaredAndKeepsTheQuestions()
    {
        TestStore store = await StartAsync();
        await store.DeclareAsync("visit", SurveyKind.Transactional, Speed);

        DeclarationResult result = await store.DeclareAsync("visit");

        result.IsNew.Should().BeFalse();
        result.Survey!.Kind.Should().BeNull();
        result
            .Survey.Questions.Single()
            .Should()
            .Be(
                new SurveyQuestion(
                    new Question("visit", "speed", RatingMetric.Csat, RatingScale.FivePoint),
                    null,
                    default
                )
            );
    }

    [Test]
    public async Task Declare_Refused_ChangesNothing()
    {
        TestStore store = await StartAsync();
        await store.DeclareAsync("visit", SurveyKind.Transactional, Speed);

        DeclarationResult result = await store.DeclareAsync(
            "visit",
            SurveyKind.Relationship,
            Speed with
            {
                Metric = RatingMetric.Ces,
            },
            new QuestionDeclaration("unknown", null, null, null, default)
        );

        result
            .Errors.Select(error => $"{error.Field} {error.Code}")
            .Should()
            .Equal("questions[0].metric scaleMismatch", "questions[1].metric required");
        result.Survey.Should().BeNull();
        (await store.Surveys.FindAsync("visit", CancellationToken.None))!.Kind.Should().Be(SurveyKind.Transactional);
    }

    [Test]
    public async Task List_DeclaredAndAnswered_ByKeyPageByPage()
    {
        TestStore store = await StartAsync();
        await store.DeclareAsync("b", SurveyKind.Relationship);
        await store.AppendAllAsync(
            Some.FullResponse("1") with
            {
                Survey = "a",
            },
            Some.FullResponse("2") with
            {
                Survey = "C",
            }
        );

        IReadOnlyList<Survey> first = await store.Surveys.ListAsync(null, 2, CancellationToken.None);
        IReadOnlyList<Survey> second = await store.Surveys.ListAsync(first[^1].Key, 2, CancellationToken.None);

        first
            .Select(survey => (survey.Key, survey.Kind, survey.Questions.Count))
            .Should()
            .Equal(("C", null, 4), ("a", null, 4));
        second.Select(survey => (survey.Key, survey.Kind)).Should().Equal(("b", SurveyKind.Relationship));
        (await store.Surveys.FindAsync("A", CancellationToken.None)).Should().BeNull();
    }
}
