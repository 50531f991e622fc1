namespace CxMetrics.Calculation.Revenue;

/// <summary>Whether somebody is a customer. A trial or a free plan makes nobody one; the first payment does.</summary>
public enum CustomerStanding
{
    /// <summary>Has never paid.</summary>
    NeverPaid,

    /// <summary>Has paid and still has something running, a free plan or a paused subscription included.</summary>
    Active,

    /// <summary>Has paid and has nothing running any more.</summary>
    Churned,
}
