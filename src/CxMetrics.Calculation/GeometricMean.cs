using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation;

/// <summary>The geometric mean of numbers above 0, in their unit: the mean of growth factors, and a typical value of skewed numbers.</summary>
/// <remarks>
/// exp(m) with the mean m of the logarithms; the interval is exp(m ± t s/√n), Student's t on the logarithms. For log-normal data it
/// estimates the median, which is below the mean; see <see cref="LogNormalMean"/> for that.
/// </remarks>
public static class GeometricMean
{
    /// <summary>The geometric mean with its interval.</summary>
    /// <param name="values">The numbers, finite and above 0.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no numbers; for one number it alone, standard error and interval null. Where all agree the standard
    /// error is 0 and the interval null. The standard error is that of the logarithm, s/√n, times the mean.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite or not above 0, or the level is not strictly between 0 and 1.</exception>
    public static Estimate FromValues(ReadOnlySpan<double> values, double level = ConfidenceLevel.Default)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        FiniteNumbers.ThrowIfNotFiniteOrNotPositive(values, nameof(values));
        if (values.IsEmpty)
        {
            return Estimate.None;
        }

        int n = values.Length;
        LogMoments logs = LogMoments.Of(values);
        double mean = logs.Times(logs.MeanOfRatios);
        double? error = n == 1 ? null : logs.StandardDeviation / Math.Sqrt(n - 1);
        return new Estimate
        {
            Value = mean,
            StandardError = error * mean is { } scaled && double.IsFinite(scaled) ? scaled : null,
            Interval =
                error > 0 ? Interval(logs, mean, StudentTInterval.Quantile(n - 1, level) * error.Value, level) : null,
            SampleSize = n,
        };
    }

    private static ConfidenceInterval? Interval(LogMoments logs, double mean, double margin, double level)
    {
        IntervalLimits limits = new(logs.Times(logs.MeanOfRatios - margin), logs.Times(logs.MeanOfRatios + margin));
        return double.IsFinite(limits.Upper)
            ? limits.Containing(mean).ToInterval(level, IntervalMethodNames.LogStudentT)
            : null;
    }
}
