namespace CxMetrics.Calculation.Numerics;

/// <summary>Tails of the binomial distribution, continued to sizes and counts that are not whole.</summary>
internal static class BinomialDistribution
{
    /// <summary>P(B ≤ k) for B successes of n trials.</summary>
    /// <param name="k">From 0 to n − 1.</param>
    /// <param name="n">The number of trials, above 0.</param>
    /// <param name="logOdds">ln(p/(1 − p)) of the probability of a success.</param>
    /// <remarks>
    /// The upper tail of Beta(k + 1, n − k) at p (Pearson 1924). A sum of n probabilities would take n steps and lose digits; this takes
    /// some √n steps up to a million and a fixed number beyond.
    /// </remarks>
    public static double AtMost(double k, double n, double logOdds) =>
        BetaDistribution.Tails(k + 1, n - k, logOdds).Upper;
}
