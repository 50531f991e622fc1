namespace CxMetrics.Calculation.Clustering;

/// <summary>What the linearised variance of a clustered share needs.</summary>
internal readonly struct ClusterTotals
{
    private readonly double _sumOfSquaredTrials;
    private readonly double _sumOfSquaredResiduals;

    private ClusterTotals(long clusters, long successes, long trials, double squaredTrials, double squaredResiduals)
    {
        Clusters = clusters;
        Successes = successes;
        Trials = trials;
        _sumOfSquaredTrials = squaredTrials;
        _sumOfSquaredResiduals = squaredResiduals;
    }

    /// <summary>The number of clusters with trials, G.</summary>
    public long Clusters { get; }

    /// <summary>The number of successes.</summary>
    public long Successes { get; }

    /// <summary>The number of trials, n.</summary>
    public long Trials { get; }

    /// <summary>The share of successes, p.</summary>
    public double Share => (double)Successes / Trials;

    /// <summary>(Σm)²/Σm².</summary>
    public double KishNumberOfClusters => Trials / _sumOfSquaredTrials * Trials;

    /// <summary>√(G/(G − 1) · Σ(x − mp)²)/n; null for one cluster.</summary>
    public double? StandardError =>
        Clusters > 1 ? Math.Sqrt(Clusters / (Clusters - 1.0) * _sumOfSquaredResiduals) / Trials : null;

    /// <summary>The totals; two passes, so that the residuals lose no digits.</summary>
    public static ClusterTotals Of(ReadOnlySpan<ClusterCounts> clusters)
    {
        long count = 0;
        long successes = 0;
        long trials = 0;
        double squaredTrials = 0;
        foreach (ClusterCounts cluster in clusters)
        {
            count += cluster.Trials > 0 ? 1 : 0;
            successes += cluster.Successes;
            trials += cluster.Trials;
            squaredTrials += (double)cluster.Trials * cluster.Trials;
        }

        return new ClusterTotals(
            count,
            successes,
            trials,
            squaredTrials,
            SquaredResiduals(clusters, successes, trials)
        );
    }

    /// <summary>The variance against that of n independent trials.</summary>
    public double DesignEffect(double standardError)
    {
        double failures = (double)(Trials - Successes) / Trials;
        return standardError / (Share * failures) * standardError * (Trials - 1);
    }

    // x − mp as (x(n − X) − (m − x)X)/n: exact 0 where a cluster has the overall share, which p rounded to a double would miss.
    private static double SquaredResiduals(ReadOnlySpan<ClusterCounts> clusters, long successes, long trials)
    {
        double sum = 0;
        foreach (ClusterCounts cluster in clusters)
        {
            Int128 gain = (Int128)cluster.Successes * (trials - successes);
            Int128 loss = (Int128)(cluster.Trials - cluster.Successes) * successes;
            double residual = (double)(gain - loss) / trials;
            sum += residual * residual;
        }

        return sum;
    }
}
