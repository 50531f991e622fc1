using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.Calculations.Scores;
using CxMetrics.Api.OpenApi;

namespace CxMetrics.Api.Calculations.Planning;

[Description(
    "How many answers it takes to know a score within a margin of error (`marginOfError`), or to find a change of a given size between two periods (`change`). "
        + "By the normal approximation: below some 30 answers plan a few more."
)]
internal sealed record SampleSizeCalculation : CalculationRequest
{
    [Required]
    [Description(
        "What the answers are for. `nps` counts in points, `proportion` in percent, `mean` in the unit of its standard deviation."
    )]
    [KnownNames(typeof(SampleSizeCalculator), nameof(SampleSizeCalculator.Metrics))]
    public string? Metric { get; init; }

    [Description("The wanted half-width of the interval, above 0. Either this or `change`.")]
    public double? MarginOfError { get; init; }

    [Description("The true change to be found, not 0; its sign does not matter. Either this or `marginOfError`.")]
    public double? Change { get; init; }

    [Description("With `change`: the chance of finding it, above half of 1 - confidence and below 1.")]
    [DefaultValue(Calculation.Planning.Power.Default)]
    public double? Power { get; init; }

    [Description(
        "With `marginOfError`: how many customers there are, if the question is about exactly these and not about the process that made them."
    )]
    public long? Population { get; init; }

    [Description(
        "nps: answers in the expected proportions. Absent: half promoters and half detractors, the worst case."
    )]
    public NpsAnswers? ExpectedNps { get; init; }

    [Description("proportion: the expected share, 0 to 100. Absent: 50, the worst case.")]
    [Range(0, 100)]
    public double? ExpectedPercent { get; init; }

    [Description("mean: the expected standard deviation of an answer, 0 to 1e150; required there.")]
    public double? StandardDeviation { get; init; }
}
