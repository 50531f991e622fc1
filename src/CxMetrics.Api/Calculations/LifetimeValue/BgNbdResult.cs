using System.ComponentModel;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Api.Calculations.LifetimeValue;

/// <summary>Lifetime values of customers without a contract, from the end of observation on.</summary>
internal sealed record BgNbdResult
{
    [Description(
        "The mean value per customer up to the horizon, discounted; null without spend or a fit. Its interval is a percentile interval over refits to resampled customers."
    )]
    public required CalculationResult? MeanValue { get; init; }

    [Description("The model of purchases; null when it was not fitted.")]
    public required PurchaseModelResult? Purchases { get; init; }

    [Description("The model of spend per purchase; null without spend, or when it was not fitted.")]
    public required SpendModelResult? Spend { get; init; }

    [Description("Why a model has no parameters; null when all that was asked for was fitted.")]
    public required NotFittedResult? NotFitted { get; init; }

    [Description("Every customer, in the order of the request; null when they were not asked for or there is no fit.")]
    public required IReadOnlyList<CustomerPredictionResult>? Predictions { get; init; }

    [Description("The horizon in periods.")]
    public required int Horizon { get; init; }

    [Description("The length of a period in the unit of the histories.")]
    public required double PeriodLength { get; init; }

    [Description("The discount rate per period.")]
    public required double DiscountRate { get; init; }

    [Description("To which moment of its period a purchase is discounted.")]
    public required DiscountTiming Timing { get; init; }

    [Description("The share of revenue that counts as value.")]
    public required double Margin { get; init; }

    [Description("How many times the customers were resampled.")]
    public required int Resamples { get; init; }

    [Description("In how many of them a refit failed, so that parameters were drawn from their normal approximation.")]
    public required int FailedRefits { get; init; }

    [Description("Where the random numbers started.")]
    public required long Seed { get; init; }
}
