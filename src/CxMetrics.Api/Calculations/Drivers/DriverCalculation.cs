using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;

namespace CxMetrics.Api.Calculations.Drivers;

[Description(
    "Which drivers an outcome goes with, and how much of its variance goes with each: a linear regression whose R² is split among drivers that move together. Associations, not effects. "
        + "At most 50 drivers (`shapley`: 12) and 1,000,000 numbers in all. When the regression cannot be fitted, `notFitted` says why. "
        + "Intervals of the parts come from resampled rows; the same request has the same seed and so the same answer."
)]
internal sealed record DriverCalculation : CalculationRequest
{
    [Required]
    [Description("The outcome of each row, for example a respondent's score. Rows with a null are left out.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public double?[]? Outcome { get; init; }

    [Required]
    [Description(
        "The drivers by name, one number per row each, for example ratings of touchpoints; null where there is none."
    )]
    public IReadOnlyDictionary<string, double?[]>? Drivers { get; init; }

    [Description("How R² is split: `relativeWeights` (Johnson), or `shapley` values, also called LMG.")]
    [KnownNames(typeof(DriverCalculator), nameof(DriverCalculator.Methods))]
    public string? Method { get; init; }

    [Description(
        "How many times to resample the rows, 0 to 10,000; 0 for no intervals of the parts. Default: 1,000, fewer where rows and drivers make that take more than some seconds."
    )]
    [Range(0, DriverCalculator.MostResamples)]
    public int? Resamples { get; init; }

    [Description("Where the random numbers start, 0 to 9007199254740991. Default: made from the numbers.")]
    [Range(0, CalculationInput.MaximumSeed)]
    public long? Seed { get; init; }
}
