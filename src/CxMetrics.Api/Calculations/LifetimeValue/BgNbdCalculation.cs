using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Api.Calculations.LifetimeValue;

[Description(
    "The lifetime value of customers without a contract: purchases by the BG/NBD model, spend per purchase by the gamma-gamma model, both fitted by maximum likelihood, discounted to a horizon. "
        + "At most 1,000,000 customers. When a model cannot be fitted, `notFitted` says why. "
        + "The interval of the mean value comes from refits to resampled customers; the same request has the same seed and so the same answer."
)]
internal sealed record BgNbdCalculation : CalculationRequest
{
    [Required]
    [Description("Every customer once, those without a repeat purchase included.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public IReadOnlyList<PurchaseHistory>? Customers { get; init; }

    [Required]
    [Range(1, BgNbdCalculator.MostPeriods)]
    [Description("The horizon from the end of observation on, as a number of periods, 1 to 12,000.")]
    public int? Horizon { get; init; }

    [Description(
        "The length of a period in the unit of the histories, 1e-150 to 1e150: 4.345 for months where these are in weeks."
    )]
    [DefaultValue(1.0)]
    public double? PeriodLength { get; init; }

    [Required]
    [Description("The discount rate per period, 0 or more: 10 % a year are 0.00797 a month.")]
    public double? DiscountRate { get; init; }

    [Description("To which moment of its period a purchase is discounted.")]
    [KnownNames(typeof(BgNbdCalculator), nameof(BgNbdCalculator.Timings))]
    public string? Timing { get; init; }

    [Description("The share of revenue that counts as value, above 0 and at most 1.")]
    [DefaultValue(1.0)]
    public double? Margin { get; init; }

    [Description(
        "How many times to resample the customers: 0 for no interval of the mean value, otherwise 50 to 2,000, with resamples × (customers + 100 × horizon) at most 20,000,000. "
            + "Default: 500, fewer where these limits ask for it, 0 where they leave fewer than 50."
    )]
    [Range(0, BgNbdCalculator.MostResamples)]
    public int? Resamples { get; init; }

    [Description("Where the random numbers start, 0 to 9007199254740991. Default: made from the customers.")]
    [Range(0, CalculationInput.MaximumSeed)]
    public long? Seed { get; init; }

    [Description("Whether to predict every customer, at most 10,000 of them.")]
    [DefaultValue(false)]
    public bool? Predictions { get; init; }
}
