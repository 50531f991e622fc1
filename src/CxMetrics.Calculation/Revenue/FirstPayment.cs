namespace CxMetrics.Calculation.Revenue;

/// <summary>When the first payment of a discounted lifetime value falls due.</summary>
public enum FirstPayment
{
    /// <summary>After one period, from those who were retained over it: the value of customers who have just paid.</summary>
    AfterOnePeriod,

    /// <summary>Now, from everybody: the value of new customers.</summary>
    Now,
}
