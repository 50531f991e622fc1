using System.ComponentModel;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Comparisons;

namespace CxMetrics.Api.Calculations.Differences;

/// <summary>A change, b less a, with its uncertainty and what it says.</summary>
internal sealed record DifferenceResult
{
    [Description("b less a; null when either side has no value.")]
    public required double? Value { get; init; }

    [Description("What the numbers are counted in; differences of percent are percentage points.")]
    public required string Unit { get; init; }

    public required Interval? Interval { get; init; }

    [Description("Standard error of the difference; null when it cannot be estimated.")]
    public required double? StandardError { get; init; }

    [Description(
        "Two-sided p-value of no difference; null when it is not defined. With several comparisons adjust it for their number."
    )]
    public required double? PValue { get; init; }

    [Description(
        "`up` or `down`: 0 lies outside the interval. `stable`: the interval lies within the smallest change that matters. "
            + "`notDistinguishable`: the data do not tell."
    )]
    public required ChangeVerdict Verdict { get; init; }

    [Description("The smallest change that matters by which the verdict was given.")]
    public required double SmallestEffect { get; init; }

    [Description(
        "Answers on each side with which a true change of the observed size is found with 80 % chance; null when nothing changed or the spread of an answer is not known."
    )]
    public required long? AnswersNeeded { get; init; }

    [Description("The first side, the baseline.")]
    public required CalculationResult A { get; init; }

    [Description("The second side.")]
    public required CalculationResult B { get; init; }

    [Description(Results.Flags.Meanings)]
    public required IReadOnlyList<string> Flags { get; init; }

    public static DifferenceResult From(
        Comparison comparison,
        string unit,
        CalculationResult first,
        CalculationResult second
    )
    {
        DifferenceEstimate difference = comparison.Difference;
        return new DifferenceResult
        {
            Value = difference.Value,
            Unit = unit,
            Interval = Interval.From(difference.Interval),
            StandardError = difference.StandardError,
            PValue = difference.PValue,
            Verdict = comparison.Verdict,
            SmallestEffect = comparison.SmallestEffect,
            AnswersNeeded = comparison.AnswersNeeded?.Answers,
            A = first,
            B = second,
            Flags = Results.Flags.Of(
                Math.Min(difference.FirstSampleSize, difference.SecondSampleSize),
                difference.Caveats
            ),
        };
    }
}
