using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation;

/// <summary>The mean of skewed numbers above 0 whose logarithms are roughly normal: order values, contract sizes, durations.</summary>
/// <remarks>
/// <para>
/// With mean m and variance s² (divisor n − 1) of the logarithms the mean is exp(m + s²/2), its logarithm has the standard error
/// √(s²/n + s⁴/(2(n − 1))), and the interval is taken on the log scale (Cox, in Zhou and Gao 1997, Statistics in Medicine 16, 783-790). It
/// estimates the same quantity as <see cref="Calculation.Mean"/> with far better coverage if the model holds, and another if it does not.
/// </para>
/// <para>
/// The default takes t with n − 1 degrees of freedom in place of z (Olsson 2005, Journal of Statistics Education 13(1)), because z covers
/// too little in small samples: 95 % intervals of log-normal data with s = 1 covered .933, .941, .945 against .872, .915, .933 at n = 5, 10,
/// 20 (20,000 simulated samples each), the plain t interval of the numbers .822, .841, .868.
/// </para>
/// </remarks>
public static class LogNormalMean
{
    /// <summary>The mean with its interval, in the unit of the numbers.</summary>
    /// <param name="values">The numbers, finite and above 0. A 0 has no logarithm: leave the zeros out and report their share beside the mean of the rest, or use <see cref="Calculation.Mean"/>.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no numbers; for one number it alone, standard error and interval null. Where all agree the standard
    /// error is 0 and the interval null. The standard error is that of the logarithm times the mean. A mean beyond the range of a double is
    /// null, with <see cref="Caveats.AssumptionDoubtful"/>: no such data are log-normal; so is an interval with a limit beyond it.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite or not above 0, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate FromValues(
        ReadOnlySpan<double> values,
        double level = ConfidenceLevel.Default,
        LogNormalMeanMethod method = LogNormalMeanMethod.CoxStudentT
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        FiniteNumbers.ThrowIfNotFiniteOrNotPositive(values, nameof(values));
        string name = method.ToShortName();
        if (values.IsEmpty)
        {
            return Estimate.None;
        }

        int n = values.Length;
        LogMoments logs = LogMoments.Of(values);
        double? variance = n == 1 ? null : logs.StandardDeviation * logs.StandardDeviation * n / (n - 1);
        double? error = variance is { } known ? Math.Sqrt((known / n) + (known * known / (2.0 * (n - 1)))) : null;
        double logarithm = logs.MeanOfRatios + ((variance ?? 0) / 2);
        double mean = logs.Times(logarithm);
        if (!double.IsFinite(mean))
        {
            return new Estimate
            {
                Value = null,
                StandardError = null,
                Interval = null,
                SampleSize = n,
                Caveats = Caveats.AssumptionDoubtful,
            };
        }

        IntervalLimits? limits = error > 0 ? Limits(logs, logarithm, error.Value, Quantile(n, level, method)) : null;
        return new Estimate
        {
            Value = mean,
            StandardError = error * mean is { } scaled && double.IsFinite(scaled) ? scaled : null,
            Interval = limits?.Containing(mean).ToInterval(level, name),
            SampleSize = n,
            Caveats = error > 0 && limits is null ? Caveats.AssumptionDoubtful : Caveats.None,
        };
    }

    private static double Quantile(int n, double level, LogNormalMeanMethod method) =>
        method switch
        {
            LogNormalMeanMethod.CoxStudentT => StudentTInterval.Quantile(n - 1, level),
            LogNormalMeanMethod.Cox => StandardNormal.TwoSidedQuantile(level),
        };

    private static IntervalLimits? Limits(LogMoments logs, double logarithm, double error, double quantile)
    {
        IntervalLimits limits = new(
            logs.Times(logarithm - (quantile * error)),
            logs.Times(logarithm + (quantile * error))
        );
        return double.IsFinite(limits.Upper) ? limits : null;
    }
}
