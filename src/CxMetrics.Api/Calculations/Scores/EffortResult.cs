using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CxMetrics.Api.Calculations.Scores;

/// <summary>The mean effort, with the share agreeing and net ease beside it.</summary>
internal sealed record EffortResult : CalculationResult
{
    [SetsRequiredMembers]
    internal EffortResult(CalculationResult mean, CalculationResult shareAgreeing, CalculationResult netEase)
        : base(mean)
    {
        ShareAgreeing = shareAgreeing;
        NetEase = netEase;
    }

    [Description("The share agreeing that it was easy.")]
    [JsonPropertyOrder(1)]
    public required CalculationResult ShareAgreeing { get; init; }

    [Description("Net ease: the share of easy less the share of difficult.")]
    [JsonPropertyOrder(1)]
    public required CalculationResult NetEase { get; init; }
}
