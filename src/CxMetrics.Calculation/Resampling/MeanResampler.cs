namespace CxMetrics.Calculation.Resampling;

/// <summary>Resamples of a mean: the fast path.</summary>
internal sealed class MeanResampler(double[] deviations)
{
    /// <summary>What the mean of each resample deviates by.</summary>
    public double[] Run(long seed, int resamples)
    {
        double[] means = new double[resamples];
        ResampleLoop.Run(
            resamples,
            deviations.Length,
            (first, end) =>
            {
                for (int resample = first; resample < end; resample++)
                {
                    RandomStream stream = new(seed, resample);
                    means[resample] = Draw(ref stream);
                }
            }
        );
        return means;
    }

    private double Draw(ref RandomStream stream)
    {
        double sum = 0;
        for (int draw = 0; draw < deviations.Length; draw++)
        {
            sum += deviations[stream.NextIndex(deviations.Length)];
        }

        return sum / deviations.Length;
    }
}
