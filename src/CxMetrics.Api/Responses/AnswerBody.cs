using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Responses;

/// <summary>One scored answer on the wire.</summary>
internal sealed record AnswerBody
{
    [Description("The question, unique within the survey. Default: the metric.")]
    [MaxLength(200)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Question { get; init; }

    [Description("What the answer measures.")]
    public required RatingMetric Metric { get; init; }

    [Description("A whole number on the scale.")]
    public required int Score { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerScaleBody? Scale { get; init; }
}
