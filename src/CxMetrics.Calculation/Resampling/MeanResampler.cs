namespace CxMetrics.Calculation.Resampling;

/// <summary>Resamples of a mean: the fast paths.</summary>
internal static class MeanResampler
{
    /// <summary>The mean of each resample.</summary>
    public static double[] Run(double[] values, long seed, int resamples) =>
        RepeatedValues.Find(values) is { } repeated
            ? Run(repeated, values.Length, seed, resamples)
            : Run(resamples, values.Length, seed, (ref stream) => DrawMean(values, ref stream));

    /// <summary>The mean of each resample of repeated numbers.</summary>
    /// <param name="repeated">The numbers.</param>
    /// <param name="total">How many they are with all repetitions.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="resamples">The number of resamples.</param>
    public static double[] Run(RepeatedValues repeated, long total, long seed, int resamples) =>
        Run(resamples, repeated.Values.Length, seed, (ref stream) => repeated.DrawMean(ref stream, total));

    private static double[] Run(int resamples, int draws, long seed, DrawOfMean draw)
    {
        double[] means = new double[resamples];
        ResampleLoop.Run(
            resamples,
            draws,
            (first, end) =>
            {
                for (int resample = first; resample < end; resample++)
                {
                    RandomStream stream = new(seed, resample);
                    means[resample] = draw(ref stream);
                }
            }
        );
        return means;
    }

    private static double DrawMean(double[] values, ref RandomStream stream)
    {
        double sum = 0;
        for (int draw = 0; draw < values.Length; draw++)
        {
            sum += values[stream.NextIndex(values.Length)];
        }

        return sum / values.Length;
    }

    private delegate double DrawOfMean(ref RandomStream stream);
}
