using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Survival;

namespace CxMetrics.Api.Calculations.Survival;

/// <summary>The share without event at a time, in percent.</summary>
internal sealed record SurvivalAtTime : CalculationResult
{
    [SetsRequiredMembers]
    internal SurvivalAtTime(EstimateAtTime estimate)
        : base(From(estimate.Estimate.ToPercent(), Units.Percent))
    {
        Time = estimate.Time;
        AtRisk = estimate.AtRisk;
    }

    [Description("The time.")]
    [JsonPropertyOrder(-1)]
    public required double Time { get; init; }

    [Description("How many were still observed just before it.")]
    [JsonPropertyOrder(1)]
    public required long AtRisk { get; init; }
}
