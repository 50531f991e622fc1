namespace CxMetrics.Calculation.Clustering;

/// <summary>What the linearised variance of a clustered share or net score needs.</summary>
internal readonly struct ClusterTotals
{
    private const double LargeShare = 0.25;

    private readonly double _sumOfSquaredCounts;
    private readonly double _sumOfSquaredResiduals;
    private readonly long _largestCount;

    private ClusterTotals(
        long clusters,
        long sum,
        long count,
        long largestCount,
        double squaredCounts,
        double squaredResiduals
    )
    {
        Clusters = clusters;
        Sum = sum;
        Count = count;
        _largestCount = largestCount;
        _sumOfSquaredCounts = squaredCounts;
        _sumOfSquaredResiduals = squaredResiduals;
    }

    /// <summary>The number of clusters with answers, G.</summary>
    public long Clusters { get; }

    /// <summary>The sum of all codes.</summary>
    public long Sum { get; }

    /// <summary>The number of answers, n.</summary>
    public long Count { get; }

    /// <summary><see cref="Caveats.Concentrated"/> when one cluster has more than a quarter of the answers.</summary>
    public Caveats Caveats => CaveatsOf(_largestCount, Count);

    /// <summary>√(G/(G − 1) · Σ(x − mt)²)/n with the sum x of a cluster's codes and the overall mean t; null for one cluster.</summary>
    public double? StandardError =>
        Clusters > 1 ? Math.Sqrt(Clusters / (Clusters - 1.0) * _sumOfSquaredResiduals) / Count : null;

    /// <summary>The caveats where the largest cluster has so many of all answers.</summary>
    public static Caveats CaveatsOf(double largest, double all) =>
        largest > LargeShare * all ? Caveats.Concentrated : Caveats.None;

    /// <summary>The totals; two passes, so that the residuals lose no digits.</summary>
    public static ClusterTotals Of<TTally>(ReadOnlySpan<TTally> clusters)
        where TTally : struct, IClusterTally
    {
        long number = 0;
        long sum = 0;
        long count = 0;
        long largest = 0;
        double squaredCounts = 0;
        foreach (TTally cluster in clusters)
        {
            number += cluster.Count > 0 ? 1 : 0;
            sum += cluster.Sum;
            count += cluster.Count;
            largest = Math.Max(largest, cluster.Count);
            squaredCounts += (double)cluster.Count * cluster.Count;
        }

        return new ClusterTotals(number, sum, count, largest, squaredCounts, SquaredResiduals(clusters, sum, count));
    }

    /// <summary>The number of independent answers that carry the same information.</summary>
    /// <param name="variance">The divisor-n variance of one answer, v.</param>
    /// <returns>
    /// n over the design effect, which is the squared standard error against v/(n − 1). Where the clusters show no spread the design effect
    /// cannot be estimated: then (Σm)²/Σm², the number of clusters that count, as if the answers of a cluster always agreed.
    /// </returns>
    public double EffectiveSampleSize(double variance) =>
        StandardError is > 0 and { } error
            ? Count / (error / variance * error * (Count - 1))
            : Count / _sumOfSquaredCounts * Count;

    // x − mt as (xn − mX)/n: exact 0 where a cluster has the overall mean, which t rounded to a double would miss.
    private static double SquaredResiduals<TTally>(ReadOnlySpan<TTally> clusters, long sum, long count)
        where TTally : struct, IClusterTally
    {
        double squares = 0;
        foreach (TTally cluster in clusters)
        {
            double residual = (double)(((Int128)cluster.Sum * count) - ((Int128)cluster.Count * sum)) / count;
            squares += residual * residual;
        }

        return squares;
    }
}
