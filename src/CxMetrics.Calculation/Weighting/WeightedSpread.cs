namespace CxMetrics.Calculation.Weighting;

/// <summary>The standard error and effective sample size of a weighted mean of codes.</summary>
internal readonly struct WeightedSpread
{
    private WeightedSpread(double? standardError, double effectiveSampleSize)
    {
        StandardError = standardError;
        EffectiveSampleSize = effectiveSampleSize;
    }

    public double? StandardError { get; }

    public double EffectiveSampleSize { get; }

    /// <summary>The spread of answers of some positive weight.</summary>
    /// <param name="all">The totals of all weights.</param>
    /// <param name="variance">The weighted divisor-n variance of one answer, v.</param>
    /// <param name="squaredResiduals">Σ(w(x − m))².</param>
    /// <param name="method">How the weights change the variance.</param>
    /// <remarks>
    /// The linearised effective size is at most n, as Korn and Graubard (1998), Survey Methodology 24, 193-201, have it: an answer of tiny
    /// weight that stands alone would otherwise pass for thousands of answers that agree.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The squares of all weights vanish.</exception>
    public static WeightedSpread Of(
        WeightTotals all,
        double variance,
        double squaredResiduals,
        WeightingVariance method
    )
    {
        if (!(all.SumOfSquares > 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(all),
                all,
                "The squares of the weights are 0: give the weights in a larger unit."
            );
        }

        double kish = all.EffectiveSampleSize;
        double n = all.Count;
        double linear = squaredResiduals / all.Sum / all.Sum;
        return method switch
        {
            WeightingVariance.Kish => new(Math.Sqrt(variance / kish), kish),
            WeightingVariance.Linearized => new(
                n > 1 ? Math.Sqrt(n / (n - 1) * linear) : null,
                linear > 0 ? Math.Min(variance / linear, n) : kish
            ),
        };
    }
}
