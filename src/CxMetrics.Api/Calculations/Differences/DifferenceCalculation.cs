using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CxMetrics.Api.Calculations.Differences;

/// <summary>What every difference accepts besides its two sides.</summary>
internal abstract record DifferenceCalculation : CalculationRequest
{
    [Description(
        "The smallest change that matters, 0 or more, in the unit of the difference: within it a difference is `stable`. "
            + "Default: 5 points for nps, 2 percentage points for proportion, otherwise 0, with which nothing is stable."
    )]
    [Range(0, double.MaxValue)]
    public double? SmallestEffect { get; init; }

    /// <summary>The smallest change that matters, or what it is where it is absent.</summary>
    public double ReadSmallestEffect(CalculationInput input, double absent) =>
        input.Number("smallestEffect", SmallestEffect, NumberRange.NotNegative, absent);
}
