using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Api.Calculations.LifetimeValue;

[Description(
    "The lifetime value of customers with a contract. Simple: revenue per customer and period × margin ÷ churn rate of that period. "
        + "Discounted: the payments to be expected up to a horizon, from the survivors of cohorts (shifted beta-geometric model), from a survival curve, or from a constant retention rate."
)]
internal sealed record ContractualClvCalculation : CalculationRequest
{
    [Required]
    [Description("Revenue per customer and period, 0 to 1e150.")]
    public double? Arpa { get; init; }

    [Description("Its standard error; absent or 0 when it is known.")]
    public double? ArpaStandardError { get; init; }

    [Description(
        "The share of revenue that counts as value, 0 to 1. 1, the default, makes it a revenue lifetime value."
    )]
    [DefaultValue(1.0)]
    [Range(0, 1)]
    public double? Margin { get; init; }

    [Description("Its standard error; absent or 0 when it is known.")]
    public double? MarginStandardError { get; init; }

    [Description(
        "Customers at the start of a period. With `churned` for the simple value; with `discounted.survival` those that the curve was estimated from."
    )]
    public long? Customers { get; init; }

    [Description("Those of them who have left by its end.")]
    public long? Churned { get; init; }

    [Description("The longest lifetime that the simple value credits, in periods, 1 or more.")]
    [DefaultValue(SimpleLifetimeValue.DefaultMaximumLifetime)]
    public double? MaximumLifetime { get; init; }

    [Description("What to discount, and how; absent for the simple value alone.")]
    public ContractualDiscounting? Discounted { get; init; }

    [Description("Interval method of the simple value.")]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.SimpleLifetimeValue))]
    public string? Method { get; init; }
}
