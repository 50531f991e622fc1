using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;

namespace CxMetrics.Api.Calculations.Survival;

/// <summary>The mean time without event up to a horizon, in the unit of the times.</summary>
internal sealed record RestrictedMeanResult : CalculationResult
{
    [SetsRequiredMembers]
    internal RestrictedMeanResult(Estimate mean, double horizon)
        : base(From(mean, Units.Value)) => Horizon = horizon;

    [Description("The horizon.")]
    [JsonPropertyOrder(1)]
    public required double Horizon { get; init; }
}
