using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;

namespace CxMetrics.Api.Calculations.PValues;

[Description(
    "P-values of several tests adjusted for how many they are, at most 1,000,000: the same numbers as R's p.adjust. "
        + "An adjusted p-value below 0.05 may be called a finding at that rate."
)]
internal sealed record PValueCalculation
{
    [Required]
    [Description("The p-values of all tests of the family, 0 to 1.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public double[]? PValues { get; init; }

    [Description(
        "`benjaminiHochberg` and `benjaminiYekutieli` control the false discovery rate; `holm`, `hochberg` and `bonferroni` the chance of any false finding."
    )]
    [KnownNames(typeof(PValueCalculator), nameof(PValueCalculator.Methods))]
    public string? Method { get; init; }
}
