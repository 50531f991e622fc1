namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>What to expect of one customer from the end of observation to the horizon.</summary>
/// <remarks>The intervals are predictive: what the customer may do, the parameters taken as known. One customer is far less certain than a mean.</remarks>
public readonly record struct CustomerPrediction
{
    /// <summary>The probability that the customer is still active, from 0 to 1.</summary>
    public required double ProbabilityAlive { get; init; }

    /// <summary>The expected number of purchases.</summary>
    public required double Purchases { get; init; }

    /// <summary>The prediction interval of the number of purchases.</summary>
    public required ConfidenceInterval PurchasesInterval { get; init; }

    /// <summary>The expected spend per purchase; null where it is infinite, or beyond the range of a double.</summary>
    public required double? SpendPerPurchase { get; init; }

    /// <summary>The expected value, discounted; null where it is infinite, or beyond the range of a double.</summary>
    public required double? DiscountedValue { get; init; }

    /// <summary>The expected value without a discount; null where it is infinite, or beyond the range of a double.</summary>
    public required double? Value { get; init; }

    /// <summary>The prediction interval of the value without a discount.</summary>
    public required ConfidenceInterval ValueInterval { get; init; }
}
