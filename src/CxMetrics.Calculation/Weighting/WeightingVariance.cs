namespace CxMetrics.Calculation.Weighting;

/// <summary>How unequal weights are taken to change the variance of an estimate.</summary>
public enum WeightingVariance
{
    /// <summary>Kish's effective sample size (Σw)²/Σw², the default: as if the weights had nothing to do with the answers.</summary>
    Kish,

    /// <summary>
    /// Linearised: from the weighted residuals, for answers drawn with replacement. Follows the answers, so it needs some dozens of them.
    /// </summary>
    Linearized,
}
