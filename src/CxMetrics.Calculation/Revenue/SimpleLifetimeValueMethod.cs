namespace CxMetrics.Calculation.Revenue;

/// <summary>Interval methods for the simple lifetime value.</summary>
public enum SimpleLifetimeValueMethod
{
    /// <summary>Square-and-add on the logarithmic scale with Wilson's limits of the churn rate, the default.</summary>
    LogSquareAndAdd,

    /// <summary>± z standard errors on the logarithmic scale.</summary>
    LogDeltaZ,

    /// <summary>± z standard errors. Too low at both ends when few customers were lost.</summary>
    DeltaZ,

    /// <summary>Wilson's limits of the churn rate alone: revenue and margin are taken as known.</summary>
    ChurnWilson,
}
