namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>To which moment of its period a purchase is discounted.</summary>
public enum DiscountTiming
{
    /// <summary>To the end of its period: the form of discounted cash flow.</summary>
    EndOfPeriod,

    /// <summary>To the moment of the purchase, at the continuously compounded rate.</summary>
    Continuous,
}
