using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Clustering;

/// <summary>By cluster, the sum of what its numbers deviate from the mean of all, and how many they are.</summary>
internal readonly record struct ClusterDeviations(double[] Sums, double[] Sizes)
{
    // What rounding alone can make of a cluster with the mean of all: clusters that agree have no spread.
    private const double Rounding = 1e-14;

    /// <summary>The sums over the clusters.</summary>
    /// <param name="deviations">What each number deviates by.</param>
    /// <param name="clusters">The cluster of each number: any number that those of one cluster share.</param>
    public static ClusterDeviations Of(ReadOnlySpan<double> deviations, ReadOnlySpan<int> clusters)
    {
        ClusterIndex index = ClusterIndex.Of(clusters);
        double[] sums = new double[index.Count];
        double[] sizes = new double[index.Count];
        double[] magnitudes = new double[index.Count];
        for (int row = 0; row < deviations.Length; row++)
        {
            int cluster = index.ClusterOfRow[row];
            sums[cluster] += deviations[row];
            sizes[cluster]++;
            magnitudes[cluster] += Math.Abs(deviations[row]);
        }

        for (int cluster = 0; cluster < sums.Length; cluster++)
        {
            sums[cluster] = Math.Abs(sums[cluster]) <= Rounding * magnitudes[cluster] ? 0 : sums[cluster];
        }

        return new ClusterDeviations(sums, sizes);
    }
}
