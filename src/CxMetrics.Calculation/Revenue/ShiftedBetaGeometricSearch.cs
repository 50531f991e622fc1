using MathNet.Numerics.RootFinding;

namespace CxMetrics.Calculation.Revenue;

/// <summary>The maximum of the likelihood of the shifted beta-geometric model.</summary>
/// <remarks>
/// With the mean churn probability μ = α/(α + β) and the spread φ = 1/(α + β) the churn rate at age t (0 for the first period) is
/// μ/(1 + φt). For a given φ the best μ is the one root of a falling function, so that the search is for one root in φ: that of the
/// score along the best μ. It exists where that score is above 0 as φ tends to 0, and it is above 0 there if fewer old
/// customers were lost than one constant churn rate says.
/// </remarks>
internal sealed class ShiftedBetaGeometricSearch(RenewalCounts counts)
{
    // Parameters beyond ten million are those of customers who are all alike.
    private static readonly double LeastSpread = Math.Log(1e-7);
    private static readonly double LargestSpread = Math.Log(1e7);

    /// <summary>Whether the churn rate falls with age at all.</summary>
    public bool FallsWithAge => Score(Math.Exp(LeastSpread)) > 0;

    /// <summary>The parameters α and β; null where the search meets no root.</summary>
    public (double Alpha, double Beta)? Find()
    {
        if (!Brent.TryFindRoot(ScoreOfLog, LeastSpread, LargestSpread, 1e-15, 500, out double root))
        {
            return null;
        }

        double spread = Math.Exp(root);
        double mean = BestMean(spread);
        return (mean / spread, (1 - mean) / spread);
    }

    private double ScoreOfLog(double logSpread) => Score(Math.Exp(logSpread)) * Math.Exp(logSpread);

    // The derivative of the log-likelihood with respect to φ at the best μ.
    private double Score(double spread)
    {
        double mean = BestMean(spread);
        double score = 0;
        for (int age = 1; age < counts.Ages; age++)
        {
            double kept = counts.KeptAt(age) / (1 - mean + (spread * age));
            score += age * (kept - (counts.AtRisk(age) / (1 + (spread * age))));
        }

        return score;
    }

    // The root of L − μ Σ R/(1 − μ + φt): concave and falling in μ, so that Newton's method from the right end does not overshoot. The right
    // end is the root with the first period alone.
    private double BestMean(double spread)
    {
        double mean = (double)counts.Lost / (counts.Lost + counts.KeptAt(0));
        for (int step = 0; step < 100; step++)
        {
            double value = counts.Lost;
            double slope = 0;
            for (int age = 0; age < counts.Ages; age++)
            {
                double gap = 1 - mean + (spread * age);
                double share = counts.KeptAt(age) / gap;
                value -= mean * share;
                slope += share + (mean * share / gap);
            }

            double change = value / slope;
            mean += change;
            if (!(Math.Abs(change) > 1e-15 * mean))
            {
                break;
            }
        }

        return mean;
    }
}
