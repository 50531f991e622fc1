using System.ComponentModel;
using CxMetrics.Api.Calculations.Survival;

namespace CxMetrics.Api.Calculations.Differences;

/// <summary>One group of a comparison of survival.</summary>
internal sealed record SurvivalGroupResult
{
    [Description("Its name.")]
    public required string Name { get; init; }

    [Description("Subjects.")]
    public required long N { get; init; }

    [Description("Subjects with the event.")]
    public required long Events { get; init; }

    [Description("The events to be expected if all groups had the same survival.")]
    public required double ExpectedEvents { get; init; }

    [Description("The time by which half have had the event.")]
    public required OpenResult Median { get; init; }

    [Description("The mean time without event up to the horizon; null without a horizon.")]
    public required RestrictedMeanResult? RestrictedMean { get; init; }
}
