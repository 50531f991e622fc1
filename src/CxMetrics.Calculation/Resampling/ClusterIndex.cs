namespace CxMetrics.Calculation.Resampling;

/// <summary>Clusters numbered 0, 1, … in the order of their first row.</summary>
internal readonly record struct ClusterIndex(int[] ClusterOfRow, int Count)
{
    /// <summary>Numbers the clusters.</summary>
    /// <param name="clusters">Any number that rows of one cluster share.</param>
    public static ClusterIndex Of(ReadOnlySpan<int> clusters)
    {
        Dictionary<int, int> numbers = [];
        int[] clusterOfRow = new int[clusters.Length];
        for (int row = 0; row < clusters.Length; row++)
        {
            if (!numbers.TryGetValue(clusters[row], out int number))
            {
                number = numbers.Count;
                numbers.Add(clusters[row], number);
            }

            clusterOfRow[row] = number;
        }

        return new ClusterIndex(clusterOfRow, numbers.Count);
    }
}
