using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>The negative binomial distribution: a Poisson count whose mean has a gamma distribution.</summary>
/// <param name="mean">The mean, above 0.</param>
/// <param name="excess">The variance over the mean, minus 1; above 0.</param>
/// <remarks>P(X ≥ k) is the beta tail Iₚ(k, r) with r = mean/excess and p/(1 − p) = excess (DLMF 8.17, Johnson, Kemp and Kotz 2005, section 5.6).</remarks>
internal readonly struct NegativeBinomialLaw(double mean, double excess) : ICountLaw
{
    public double Mean => mean;

    public double StandardDeviation => Math.Sqrt(mean * (1 + excess));

    public double AtLeast(long count) =>
        count <= 0 ? 1 : BetaDistribution.Tails(count, mean / excess, Math.Log(excess)).Lower;
}
