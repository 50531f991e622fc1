using System.ComponentModel;

namespace CxMetrics.Api.Calculations.Differences;

/// <summary>A comparison of survival between groups.</summary>
internal sealed record SurvivalDifferenceResult
{
    [Description("The log-rank test: all events count alike. Best where the hazards are proportional.")]
    public required LogRankTestResult LogRank { get; init; }

    [Description("Peto and Peto's test: early events count more.")]
    public required LogRankTestResult PetoPeto { get; init; }

    [Description("The groups, in the order of the request.")]
    public required IReadOnlyList<SurvivalGroupResult> Groups { get; init; }

    [Description(
        "The difference of the restricted means, second less first; null unless there are two groups and a horizon."
    )]
    public required DifferenceResult? RestrictedMeanDifference { get; init; }
}
