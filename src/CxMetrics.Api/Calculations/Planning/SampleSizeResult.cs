using System.ComponentModel;

namespace CxMetrics.Api.Calculations.Planning;

/// <summary>How many answers a plan needs.</summary>
internal sealed record SampleSizeResult
{
    [Description("The answers needed: in all for a margin of error, in each of the two periods for a change.")]
    public required long Answers { get; init; }

    [Description("The same before rounding up.")]
    public required double Exact { get; init; }

    [Description(
        "What margin, change and standard deviation are counted in; changes in percent are percentage points."
    )]
    public required string Unit { get; init; }

    [Description("The standard deviation of an answer that was planned with.")]
    public required double StandardDeviation { get; init; }

    [Description("The two-sided confidence level.")]
    public required double Confidence { get; init; }

    [Description("The chance of finding the change; null for a margin of error.")]
    public required double? Power { get; init; }
}
