using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Bootstrap intervals by the rules of the reference, which are not all the library's; it has no bootstrap-t.</summary>
/// <remarks>
/// Percentiles lie between order statistics as numpy has them, one rank further in than the library's.
/// The file does not say what it did with ties, nor with resamples without spread, whose t is not defined. Counting the former half, as
/// scipy does, and leaving the latter out is what its figures agree with, down to five answers. The library counts what is strictly below the
/// estimate (Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 14; bootstrap-t: section 12.5).
/// </remarks>
internal static class ReferenceBootstrap
{
    private const double NoSpread = 1e-12;

    /// <summary>Bootstrap-t limits at 95 %; null where the sample, or every resample, has no spread.</summary>
    public static IntervalLimits? StudentT(
        (double Value, double StandardError) sample,
        IEnumerable<(double Value, double StandardError)> resamples
    )
    {
        if (sample.StandardError < NoSpread)
        {
            return null;
        }

        double[] ratios =
        [
            .. resamples
                .Where(item => item.StandardError >= NoSpread)
                .Select(item => (item.Value - sample.Value) / item.StandardError)
                .Order(),
        ];
        return ratios.Length == 0
            ? null
            : new IntervalLimits(
                sample.Value - (At(ratios, 0.975) * sample.StandardError),
                sample.Value - (At(ratios, 0.025) * sample.StandardError)
            );
    }

    /// <summary>Percentile limits at 95 %.</summary>
    public static IntervalLimits Percentile(IEnumerable<double> resamples)
    {
        double[] sorted = [.. resamples.Order()];
        return new IntervalLimits(At(sorted, 0.025), At(sorted, 0.975));
    }

    /// <summary>BCa limits at 95 %; null where the sample has no spread.</summary>
    public static IntervalLimits? Corrected(double value, IEnumerable<double> resamples, double acceleration)
    {
        if (double.IsNaN(acceleration))
        {
            return null;
        }

        double[] sorted = [.. resamples.Order()];
        double below = sorted.Count(item => item < value - NoSpread);
        double equal = sorted.Count(item => Math.Abs(item - value) <= NoSpread);
        double bias = StandardNormal.Quantile((below + (equal / 2)) / sorted.Length);
        double z = StandardNormal.TwoSidedQuantile(ConfidenceLevel.Default);
        return new IntervalLimits(At(sorted, Adjusted(-z)), At(sorted, Adjusted(z)));

        double Adjusted(double end) =>
            MathNet.Numerics.Distributions.Normal.CDF(
                0,
                1,
                bias + ((bias + end) / (1 - (acceleration * (bias + end))))
            );
    }

    private static double At(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = Math.Min((int)place, sorted.Length - 1);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
