using System.ComponentModel;
using CxMetrics.Calculation.Survival;

namespace CxMetrics.Api.Calculations.Differences;

/// <summary>A test of equal survival in all groups.</summary>
internal sealed record LogRankTestResult
{
    [Description(
        "The statistic; null when the groups were never at risk together at an event, so that there is nothing to compare."
    )]
    public required double? ChiSquare { get; init; }

    [Description(
        "Degrees of freedom: one less than the groups that can be compared; 0 when there is nothing to compare."
    )]
    public required int DegreesOfFreedom { get; init; }

    [Description("p-value of equal survival; null when there is nothing to compare.")]
    public required double? PValue { get; init; }

    [Description(
        "`empty`: no subjects. `lowN`: a group expects fewer than five events, so that the p-value is a rough guide."
    )]
    public required IReadOnlyList<string> Flags { get; init; }

    public static LogRankTestResult From(LogRankResult test) =>
        new()
        {
            ChiSquare = test.ChiSquare,
            DegreesOfFreedom = test.DegreesOfFreedom,
            PValue = test.PValue,
            Flags = Results.Flags.Of(test.Groups.Sum(group => group.SampleSize), test.Caveats),
        };
}
