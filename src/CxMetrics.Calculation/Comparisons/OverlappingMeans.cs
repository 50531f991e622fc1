namespace CxMetrics.Calculation.Comparisons;

/// <summary>Standard error and degrees of freedom of two means whose samples overlap (Derrick et al. 2017, unequal variances).</summary>
/// <param name="FirstError">The standard error of the first mean.</param>
/// <param name="SecondError">The standard error of the second mean.</param>
/// <param name="FirstSize">The size of the first sample, pairs included; 2 or more.</param>
/// <param name="SecondSize">The size of the second sample, pairs included; 2 or more.</param>
/// <param name="Pairs">How many are in both.</param>
internal readonly record struct OverlappingMeans(
    double FirstError,
    double SecondError,
    double FirstSize,
    double SecondSize,
    double Pairs
)
{
    /// <summary>
    /// (m − 1) + (γ − m + 1)(n₁ + n₂ − 2m)/(n₁ + n₂), with m pairs and the degrees of freedom γ of Welch and Satterthwaite: between those
    /// of the pairs and those of independent samples. 0 where neither sample has spread.
    /// </summary>
    public double DegreesOfFreedom
    {
        get
        {
            if (
                WelchSatterthwaite.DegreesOfFreedom(FirstError, FirstSize - 1, SecondError, SecondSize - 1)
                is not { } welch
            )
            {
                return 0;
            }

            double independent = (FirstSize + SecondSize - (2 * Pairs)) / (FirstSize + SecondSize);
            return Pairs - 1 + ((welch - Pairs + 1) * independent);
        }
    }

    /// <summary>√(e₁² + e₂² − 2rm e₁e₂/√(n₁n₂)) with the standard errors e and the correlation r of the pairs.</summary>
    public double StandardError(double correlation)
    {
        double larger = Math.Max(FirstError, SecondError);
        if (!(larger > 0))
        {
            return 0;
        }

        double ratio = Math.Min(FirstError, SecondError) / larger;
        double shared = correlation * Pairs / Math.Sqrt(FirstSize * SecondSize);
        return larger * Math.Sqrt(((1 - ratio) * (1 - ratio)) + (2 * (1 - shared) * ratio));
    }
}
