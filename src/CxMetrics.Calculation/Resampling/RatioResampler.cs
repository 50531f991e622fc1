namespace CxMetrics.Calculation.Resampling;

/// <summary>Resamples of a ratio of two sums.</summary>
/// <remarks>
/// With θ the ratio and residuals r = a − θb, a resample has the ratio θ + Σr/Σb: the deviation comes out without subtracting two nearly
/// equal ratios.
/// </remarks>
internal sealed class RatioResampler(double[] residuals, double[] denominators)
{
    /// <summary>What each resample deviates by; not finite where the denominators drawn add up to 0.</summary>
    public double[] Run(long seed, int resamples)
    {
        double[] deviations = new double[resamples];
        ResampleLoop.Run(
            resamples,
            residuals.Length,
            (first, end) =>
            {
                for (int resample = first; resample < end; resample++)
                {
                    RandomStream stream = new(seed, resample);
                    deviations[resample] = Draw(ref stream);
                }
            }
        );
        return deviations;
    }

    /// <summary>What the ratio deviates by without each unit in turn: −r/(Σb − b), since the residuals add up to 0.</summary>
    public double[] LeaveOneOut(double total)
    {
        double[] deviations = new double[residuals.Length];
        for (int index = 0; index < deviations.Length; index++)
        {
            deviations[index] = -residuals[index] / (total - denominators[index]);
        }

        return deviations;
    }

    private double Draw(ref RandomStream stream)
    {
        double residual = 0;
        double denominator = 0;
        for (int draw = 0; draw < residuals.Length; draw++)
        {
            int index = stream.NextIndex(residuals.Length);
            residual += residuals[index];
            denominator += denominators[index];
        }

        return residual / denominator;
    }
}
