using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Resampling;

/// <summary>A mean, and what the numbers deviate from it by in units of a power of two.</summary>
internal readonly record struct CentredValues(double Mean, double[] Deviations, int Exponent, IntervalLimits Range)
{
    /// <summary>Centres numbers that are finite, at least one.</summary>
    public static CentredValues Of(ReadOnlySpan<double> values)
    {
        Moments moments = Moments.Of(values);
        int exponent = BinaryScale.ExponentOf(values);
        double mean = Math.ScaleB(moments.Mean, -exponent);
        double remainder = Math.ScaleB(moments.MeanRemainder, -exponent);
        double[] deviations = BinaryScale.Scaled(values, -exponent);
        foreach (ref double deviation in deviations.AsSpan())
        {
            deviation = deviation - mean - remainder;
        }

        (double least, double greatest) = Moments.Range(values);
        return new CentredValues(moments.Mean, deviations, exponent, new IntervalLimits(least, greatest));
    }

    /// <summary>The distribution of the mean from what resamples of it deviate by, in the same units.</summary>
    public BootstrapDistribution ToDistribution(double[] resampled, double? acceleration, long seed, long units)
    {
        BinaryScale.Scale(resampled, Exponent);
        return new BootstrapDistribution(Mean, resampled, acceleration)
        {
            Seed = seed,
            SampleSize = Deviations.Length,
            Units = units,
            Range = Range,
        };
    }
}
