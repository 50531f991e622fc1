namespace CxMetrics.Calculation.Revenue;

/// <summary>The parameters of the beta distribution of churn probabilities, both above 0.</summary>
internal readonly record struct BetaParameters(double Alpha, double Beta)
{
    /// <summary>α + β.</summary>
    public double Total => Alpha + Beta;

    /// <summary>The parameters among those who have renewed a number of times.</summary>
    public BetaParameters AfterRenewals(int renewals) => this with { Beta = Beta + renewals };
}
