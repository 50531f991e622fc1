namespace CxMetrics.Calculation.Comparisons;

/// <summary>The arms by which two values are moved towards each other until they meet, see <see cref="ScoreDifferenceTest"/>.</summary>
internal readonly struct Triangle<TSide>(TSide lower, TSide upper, double distance, double correlation)
    where TSide : struct, IScoreSide
{
    /// <summary>
    /// V/(V + W), the share of the lower side in the variance at the ends of the arms, if this share gave the arms their ratio.
    /// </summary>
    public double ShareAt(double share)
    {
        (double one, double other) = Variances(share);
        return one / (one + other);
    }

    /// <summary>V + W − 2ρ√(VW) at the ends of the arms.</summary>
    public double VarianceAt(double share)
    {
        (double one, double other) = Variances(share);
        return Math.Max(0, one + other - (2 * correlation * Math.Sqrt(one * other)));
    }

    private (double Lower, double Upper) Variances(double share)
    {
        double rest = 1 - share;
        double radius = distance / Math.Sqrt(1 - (2 * correlation * Math.Sqrt(share * rest)));
        return (lower.VarianceAt(radius * Math.Sqrt(share)), upper.VarianceAt(-radius * Math.Sqrt(rest)));
    }
}
