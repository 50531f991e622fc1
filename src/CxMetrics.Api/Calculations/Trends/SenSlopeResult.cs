using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Trends;

namespace CxMetrics.Api.Calculations.Trends;

/// <summary>Sen's slope, in units of the values per unit of time.</summary>
internal sealed record SenSlopeResult : CalculationResult
{
    [SetsRequiredMembers]
    internal SenSlopeResult(SenLine line)
        : base(From(line.Slope, Units.Value)) => Intercept = line.Intercept;

    [Description("The value at time 0 of the line with this slope through the medians; null without a slope.")]
    [JsonPropertyOrder(1)]
    public required double? Intercept { get; init; }
}
