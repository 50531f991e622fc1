using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CxMetrics.Api.Calculations.LifetimeValue;

[Description(
    "What a customer has bought so far. Times are in one unit, the same for all customers, and at most 1e150."
)]
internal sealed record PurchaseHistory
{
    [Required]
    [Range(0, int.MaxValue)]
    [Description("Repeat purchases, 0 or more: days with a purchase after the first.")]
    public int? Frequency { get; init; }

    [Required]
    [Description("From the first to the last purchase, at most `age`; 0 where there was no repeat purchase.")]
    public double? Recency { get; init; }

    [Required]
    [Description("From the first purchase to the end of observation.")]
    public double? Age { get; init; }

    [Description(
        "Mean spend per repeat purchase, 0 or more. For every customer with a repeat purchase or for none; without it purchases are predicted, but no money."
    )]
    public double? MeanValue { get; init; }
}
