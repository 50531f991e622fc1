using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;

namespace CxMetrics.Api.Calculations.Quantiles;

[Description(
    "A quantile of at most 1,000,000 values, for example the median or the 90th percentile of waiting times, with limits from order statistics. "
        + "Where too few values lie beyond the quantile a limit is open (null)."
)]
internal sealed record QuantileCalculation : CalculationRequest
{
    [Required]
    [Description("The values, in any order.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public double[]? Values { get; init; }

    [Required]
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    [Description("The probability of the quantile, above 0 and below 1: 0.5 for the median.")]
    public double? Probability { get; init; }

    [Description("One weight per value, none negative, not all zero.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public double[]? Weights { get; init; }

    [Description(
        "How the value is read off, by the numbers of Hyndman and Fan: `r7` as in R, NumPy, pandas and Excel's PERCENTILE.INC, `r6` as in SPSS, Minitab and PERCENTILE.EXC. "
            + "With weights always `r2`."
    )]
    [KnownNames(typeof(QuantileCalculator), nameof(QuantileCalculator.Definitions))]
    public string? Definition { get; init; }
}
