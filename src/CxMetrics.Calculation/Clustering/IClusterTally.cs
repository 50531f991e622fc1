namespace CxMetrics.Calculation.Clustering;

/// <summary>What a cluster contributes to the linearised variance of a mean of codes.</summary>
internal interface IClusterTally
{
    /// <summary>The sum of the codes: successes, or positive minus negative answers.</summary>
    long Sum { get; }

    /// <summary>The number of answers, m.</summary>
    long Count { get; }
}
