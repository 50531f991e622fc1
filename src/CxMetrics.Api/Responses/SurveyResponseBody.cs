using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxMetrics.Api.Responses;

/// <summary>A survey response on the wire. Requests are read by the ingest path; this record is their schema and the shape of answers.</summary>
internal record SurveyResponseBody
{
    [Description("Who sent it. With `id` it identifies the response for ever. Default: `api`.")]
    [MaxLength(200)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    [Description("The sender's id of the response.")]
    [MaxLength(200)]
    public required string Id { get; init; }

    [Description("The survey it answers.")]
    [MaxLength(200)]
    public required string Survey { get; init; }

    [Description("When the respondent answered: RFC 3339 with offset, from 2000 to one day ahead.")]
    public required DateTimeOffset RespondedAt { get; init; }

    [Description("Scored answers, one per question. May be empty only with a comment or with `complete: false`.")]
    public required IReadOnlyList<AnswerBody> Answers { get; init; }

    [Description("Who answered.")]
    [MaxLength(200)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CustomerId { get; init; }

    [Description("The account the customer belongs to.")]
    [MaxLength(200)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AccountId { get; init; }

    [Description("Where in the journey it was asked.")]
    [MaxLength(200)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Touchpoint { get; init; }

    [Description("How it was asked, for example `email` or `web`.")]
    [MaxLength(200)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Channel { get; init; }

    [Description("The group of customers it belongs to.")]
    [MaxLength(200)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Segment { get; init; }

    [Description("Language of the respondent, for example `de-AT`.")]
    [MaxLength(35)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Locale { get; init; }

    [Description("What the respondent wrote; kept character for character.")]
    [MaxLength(20_000)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Comment { get; init; }

    [Description("Whether the respondent reached the end of the survey.")]
    [DefaultValue(true)]
    public bool Complete { get; init; } = true;

    [Description("Whether this is a trial of the survey: stored, never counted.")]
    [DefaultValue(false)]
    public bool Test { get; init; }

    [Description("Free data: at most 50 members, each text, number, true, false or null.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }
}
