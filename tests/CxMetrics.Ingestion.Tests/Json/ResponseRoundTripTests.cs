using System.Text.Json;
using CxMetrics.Calculation;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Ingestion.Tests.Support;

namespace CxMetrics.Ingestion.Tests.Json;

public class ResponseRoundTripTests
{
    [Test]
    public void IngestOne_AnyValidResponse_ComesBackEqual() =>
        Generated.AssertAll(
            (byte minimum, byte more, string comment) =>
            {
                SurveyResponse expected = Create(minimum, more, comment ?? "");
                var ingestion = new Support.Ingestion();
                SingleOutcome outcome = ingestion.OneAsync(Write(expected)).GetAwaiter().GetResult();
                return outcome.Kind == SingleOutcomeKind.Stored && ingestion.Stored[0].HasSameContentAs(expected);
            },
            times: 300
        );

    private static SurveyResponse Create(byte minimum, byte more, string comment)
    {
        var scale = new RatingScale(
            minimum - 100,
            minimum - 100 + 1 + (more % 10),
            more > 127 ? ScaleDirection.HigherIsBetter : ScaleDirection.LowerIsBetter
        );
        string text = string.Concat(comment.EnumerateRunes().Where(rune => rune.Value != 0));
        return new SurveyResponse
        {
            Source = $"source {more % 3}",
            Id = $"{minimum}-{more}",
            Survey = "süß",
            RespondedAt = FixedClock.Now.AddMicroseconds(-((long)minimum * more * 7_919)),
            Answers =
            [
                new Answer("nps", RatingMetric.Nps, more % 11, RatingScale.NetPromoter),
                new Answer("Länge", RatingMetric.Rating, scale.Minimum + (minimum % scale.Points), scale),
            ],
            CustomerId = more % 2 == 0 ? null : $"c{more}",
            Comment = string.IsNullOrWhiteSpace(text) ? null : text,
            Complete = minimum % 2 == 0,
            Test = more % 5 == 0,
        };
    }

    private static string Write(SurveyResponse response) =>
        JsonSerializer.Serialize(
            new
            {
                source = response.Source,
                id = response.Id,
                survey = response.Survey,
                respondedAt = response.RespondedAt,
                answers = response.Answers.Select(answer => new
                {
                    question = answer.Question,
                    metric = answer.Metric.Name(),
                    score = answer.Score,
                    scale = new
                    {
                        min = answer.Scale.Minimum,
                        max = answer.Scale.Maximum,
                        direction = answer.Scale.Direction == ScaleDirection.HigherIsBetter
                            ? "higherIsBetter"
                            : "lowerIsBetter",
                    },
                }),
                customerId = response.CustomerId,
                comment = response.Comment,
                complete = response.Complete,
                test = response.Test,
            }
        );
}
