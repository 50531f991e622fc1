using System.ComponentModel;
using System.Text.Json;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Api.Responses;

/// <summary>A survey response read back, with every default spelled out.</summary>
internal sealed record StoredResponseBody : SurveyResponseBody
{
    [Description("When this revision was recorded.")]
    public required DateTimeOffset RecordedAt { get; init; }

    [Description("Whether it looks like a response stored before under another id; such a response is not counted.")]
    public required bool SuspectedDuplicate { get; init; }

    [Description(
        "Whether the response was erased later; seen only with `asOf`, without anything that identifies somebody."
    )]
    public required bool Erased { get; init; }

    public static StoredResponseBody From(StoredResponse stored)
    {
        SurveyResponse response = stored.Response;
        return new StoredResponseBody
        {
            Source = response.Source,
            Id = response.Id,
            Survey = response.Survey,
            RespondedAt = response.RespondedAt,
            Answers = [.. response.Answers.Select(From)],
            CustomerId = response.CustomerId,
            AccountId = response.AccountId,
            Touchpoint = response.Touchpoint,
            Channel = response.Channel,
            Segment = response.Segment,
            Locale = response.Locale,
            Comment = response.Comment,
            Complete = response.Complete,
            Test = response.Test,
            Attributes = response.Attributes is null
                ? null
                : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(response.Attributes),
            RecordedAt = stored.RecordedAt,
            SuspectedDuplicate = stored.SuspectedDuplicate,
            Erased = stored.Erasure != Erasure.None,
        };
    }

    private static AnswerBody From(Answer answer) =>
        new()
        {
            Question = answer.Question,
            Metric = answer.Metric,
            Score = answer.Score,
            Scale = new AnswerScaleBody
            {
                Min = answer.Scale.Minimum,
                Max = answer.Scale.Maximum,
                Direction = answer.Scale.Direction,
            },
        };
}
