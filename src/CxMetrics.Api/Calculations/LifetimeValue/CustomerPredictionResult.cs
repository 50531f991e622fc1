using System.ComponentModel;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Api.Calculations.LifetimeValue;

/// <summary>What to expect of one customer up to the horizon. The intervals are about what the customer may do, the parameters taken as known.</summary>
internal sealed record CustomerPredictionResult(
    [property: Description("The chance that the customer is still active, in percent; 100 without a repeat purchase.")]
        double ActivePercent,
    [property: Description("Expected purchases.")] double Purchases,
    [property: Description("Prediction interval of the purchases.")] Interval PurchasesInterval,
    [property: Description("Expected spend per purchase; null without spend, or where it is infinite.")]
        double? SpendPerPurchase,
    [property: Description("Expected value, discounted; null without spend, or where it is infinite.")]
        double? DiscountedValue,
    [property: Description("Expected value without a discount; null without spend, or where it is infinite.")]
        double? Value,
    [property: Description("Prediction interval of the value without a discount; null without spend.")]
        Interval? ValueInterval
)
{
    /// <summary>With the value.</summary>
    public static CustomerPredictionResult From(CustomerPrediction prediction) =>
        new(
            prediction.ProbabilityAlive * Units.PerOne,
            prediction.Purchases,
            Interval.From(prediction.PurchasesInterval)!,
            prediction.SpendPerPurchase,
            prediction.DiscountedValue,
            prediction.Value,
            Interval.From(prediction.ValueInterval)
        );

    /// <summary>Without spend there are only purchases.</summary>
    public static CustomerPredictionResult From(FuturePurchases purchases, double confidence) =>
        new(
            purchases.ProbabilityAlive * Units.PerOne,
            purchases.Mean,
            Interval.From(purchases.Interval(confidence))!,
            null,
            null,
            null,
            null
        );
}
