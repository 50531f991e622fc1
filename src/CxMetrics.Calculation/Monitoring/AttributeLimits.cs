namespace CxMetrics.Calculation.Monitoring;

/// <summary>How wide the limits of a p or u chart are.</summary>
public enum AttributeLimits
{
    /// <summary>Three binomial or Poisson standard errors of each subgroup, the default.</summary>
    Shewhart,

    /// <summary>
    /// Laney's p′ and u′: the standard errors are multiplied by what the baseline shows beyond them, its mean moving range of standardised
    /// points over 2/√π. For subgroups of thousands, where the plain limits are so narrow that every ordinary day signals. Laney (2002),
    /// Quality Engineering 14, 531-537.
    /// </summary>
    Laney,
}
