using System.ComponentModel;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Trends;

namespace CxMetrics.Api.Calculations.Trends;

/// <summary>The Mann-Kendall test.</summary>
internal sealed record MannKendallTestResult
{
    [Description("Values.")]
    public required long N { get; init; }

    [Description("Pairs of values that rise over time less pairs that fall.")]
    public required long S { get; init; }

    [Description("Variance of `s` without a trend, given the ties.")]
    public required double Variance { get; init; }

    [Description("`s` standardised; null for the exact test, and where `s` cannot vary.")]
    public required double? Z { get; init; }

    [Description("Two-sided p-value of no trend; null where `s` cannot vary.")]
    public required double? PValue { get; init; }

    [Description("Kendall's tau-b, -1 (always falling) to 1 (always rising); null where it is not defined.")]
    public required double? TauB { get; init; }

    [Description(Results.Flags.Meanings)]
    public required IReadOnlyList<string> Flags { get; init; }

    public static MannKendallTestResult From(MannKendallResult test) =>
        new()
        {
            N = test.SampleSize,
            S = test.S,
            Variance = test.Variance,
            Z = test.Z,
            PValue = test.PValue,
            TauB = test.TauB,
            Flags = Results.Flags.Of(test.SampleSize, Caveats.None),
        };
}
