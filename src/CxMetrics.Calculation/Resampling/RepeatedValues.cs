namespace CxMetrics.Calculation.Resampling;

/// <summary>Numbers of which few differ, such as ratings: each once, with how often it occurs.</summary>
/// <remarks>
/// A resample is then one draw from a multinomial distribution, made of binomial ones, and takes time by different numbers instead of by
/// observations.
/// </remarks>
internal sealed record RepeatedValues(double[] Values, long[] Counts)
{
    // A binomial number takes as long as some 30 draws of a single observation.
    private const int DrawsPerBinomial = 32;
    private const int MostDifferent = 1024;

    /// <summary>The numbers grouped; null where too many of them differ for that to pay.</summary>
    public static RepeatedValues? Find(ReadOnlySpan<double> values)
    {
        int most = Math.Min(MostDifferent, values.Length / DrawsPerBinomial);
        Dictionary<double, long> counts = [];
        foreach (double value in values)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
            if (counts.Count > most)
            {
                return null;
            }
        }

        return new RepeatedValues([.. counts.Keys], [.. counts.Values]);
    }

    /// <summary>The mean of as many numbers as there are, drawn with replacement.</summary>
    public double DrawMean(ref RandomStream stream, long total)
    {
        long left = total;
        long drawn = 0;
        double sum = 0;
        for (int index = 0; index < Values.Length && drawn < total; index++)
        {
            long times = BinomialSampler.Next(ref stream, total - drawn, (double)Counts[index] / left);
            sum += times * Values[index];
            drawn += times;
            left -= Counts[index];
        }

        return sum / total;
    }
}
