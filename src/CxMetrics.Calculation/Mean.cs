using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation;

/// <summary>The mean of any numbers, weighted or not, in their unit, with Student's t interval.</summary>
/// <remarks>
/// For quantities without a scale, such as amounts and durations; ratings have <see cref="MeanRating"/>. Two-pass and compensated: a large
/// common offset costs no digits.
/// </remarks>
public static class Mean
{
    /// <summary>The mean with s/√n as its standard error and t with n − 1 degrees of freedom.</summary>
    /// <param name="values">The numbers, all finite.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no values. For n = 1 the value alone: standard error and interval are null. Where all values agree
    /// the standard error is 0 and the interval null, since the data say nothing about their spread.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or the level is not strictly between 0 and 1.</exception>
    public static Estimate FromValues(ReadOnlySpan<double> values, double level = ConfidenceLevel.Default)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        if (values.IsEmpty)
        {
            return Estimate.None;
        }

        Moments moments = Moments.Of(values);
        double? error = values.Length == 1 ? null : moments.StandardDeviation / Math.Sqrt(values.Length - 1);
        return new Estimate
        {
            Value = moments.Mean,
            StandardError = error,
            Interval = StudentTInterval.OrNone(
                moments.Mean,
                error,
                values.Length - 1,
                level,
                IntervalMethodNames.StudentT
            ),
            SampleSize = values.Length,
        };
    }

    /// <summary>The weighted mean with Kish's standard error and t with effective sample size − 1 degrees of freedom.</summary>
    /// <param name="values">The numbers, all finite.</param>
    /// <param name="weights">One weight per number, finite, none negative, not all 0. Their unit does not matter.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no values. Otherwise the value with <see cref="Estimate.EffectiveSampleSize"/>; the sample size
    /// counts the numbers of positive weight. Standard error and interval are null for one such number; the interval is null too where
    /// all agree. <see cref="Caveats.Weighted"/> where the weights differ. See <see cref="WeightedMoments"/> for the formulas.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many weights as values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value or weight is not finite, a weight is negative, all weights are 0, or the level is not strictly between 0 and 1.</exception>
    public static Estimate FromValues(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> weights,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        if (values.IsEmpty && weights.IsEmpty)
        {
            return Estimate.None;
        }

        WeightedMoments moments = WeightedMoments.Of(values, weights);
        return new Estimate
        {
            Value = moments.Mean,
            StandardError = moments.StandardErrorKish,
            Interval = StudentTInterval.OrNone(
                moments.Mean,
                moments.StandardErrorKish,
                moments.EffectiveSampleSize - 1,
                level,
                IntervalMethodNames.StudentT
            ),
            SampleSize = moments.SampleSize,
            EffectiveSampleSize = moments.EffectiveSampleSize,
            Caveats = moments.Caveats,
        };
    }
}
