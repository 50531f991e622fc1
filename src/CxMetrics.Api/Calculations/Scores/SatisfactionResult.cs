using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CxMetrics.Api.Calculations.Scores;

/// <summary>The share satisfied, with the mean beside it.</summary>
internal sealed record SatisfactionResult : CalculationResult
{
    [SetsRequiredMembers]
    internal SatisfactionResult(CalculationResult share, CalculationResult mean)
        : base(share) => Mean = mean;

    [Description("The mean of the same answers.")]
    [JsonPropertyOrder(1)]
    public required CalculationResult Mean { get; init; }
}
