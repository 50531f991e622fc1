using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Resampling;

/// <summary>A statistic with its values on resampled data: standard error and intervals of the bootstrap. Immutable.</summary>
/// <remarks>
/// <para>
/// Percentiles are order statistics with rank (R + 1)p of R resamples, interpolated on the scale of normal quantiles between neighbouring
/// ranks, as in R's <c>boot.ci</c> (Davison and Hinkley 1997, Bootstrap Methods and their Application, 5.2.1). Where the rank is outside
/// 1 to R the extreme resample is the limit and <see cref="Caveats.Clipped"/> is set: more resamples are needed for that level.
/// </para>
/// <para>
/// BCa reads the percentiles at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))) with z₀ = Φ⁻¹ of the share of resamples below the estimate and the
/// acceleration a = Σu³/(6(Σu²)^(3/2)) from the jackknife. Resamples equal to the estimate are not below it (Efron and Tibshirani 1993, An
/// Introduction to the Bootstrap, 14.3, and <c>boot.ci</c>), which matters for statistics with few values.
/// </para>
/// </remarks>
public sealed class BootstrapDistribution
{
    private const int FewUnits = 30;

    // Two resamples closer than this share of a standard error differ by rounding only.
    private const double TieTolerance = 1e-9;

    private readonly double[] _deviations;
    private readonly double? _acceleration;
    private readonly double? _spread;

    /// <summary>Takes what a run of resamples found.</summary>
    /// <param name="value">The statistic of the data; null when it is not defined.</param>
    /// <param name="deviations">What each resample differs by from the value; those that are not finite are left out.</param>
    /// <param name="acceleration">BCa's acceleration; null when the jackknife is not defined.</param>
    internal BootstrapDistribution(double? value, ReadOnlySpan<double> deviations, double? acceleration)
    {
        Value = value;
        _acceleration = acceleration;
        _deviations = Finite(deviations);
        Resamples = deviations.Length;
        _deviations.AsSpan().Sort();
        _spread = SpreadOf(_deviations);
    }

    /// <summary>The statistic of the data themselves; null for no data, or where it is not defined.</summary>
    public double? Value { get; }

    /// <summary>The seed of the random numbers: the same seed and data give the same resamples on every machine, whatever the number of threads.</summary>
    public required long Seed { get; init; }

    /// <summary>The number of resamples, R.</summary>
    public int Resamples { get; }

    /// <summary>How many resamples have no value, for example a ratio without denominator; they are left out.</summary>
    public int UndefinedResamples => Resamples - _deviations.Length;

    /// <summary>The number of observations.</summary>
    public required long SampleSize { get; init; }

    /// <summary>How many units were drawn for a resample: the observations, or the clusters they come in.</summary>
    public required long Units { get; init; }

    /// <summary>What no resample can lie beyond; the limits of percentile and BCa intervals do not either, rounding aside.</summary>
    internal IntervalLimits Range { get; init; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The standard deviation of the resamples, divisor R − 1; 0 when all are equal, null for fewer than two units or resamples.</summary>
    public double? StandardError => Units > 1 ? _spread : null;

    /// <summary>The interval.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// The interval, extended where needed to hold the value. Null where the resamples say nothing: no value, fewer than two units, or all
    /// resamples equal; for BCa also where none or all of them are below the estimate, so that its bias cannot be told.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public ConfidenceInterval? Interval(
        double level = ConfidenceLevel.Default,
        BootstrapIntervalMethod method = BootstrapIntervalMethod.BiasCorrectedAccelerated
    ) => Limits(level, method)?.Interval;

    /// <summary>The value with standard error and interval.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no data. Caveats: <see cref="Caveats.LowSampleSize"/> below 30 units, where every bootstrap interval
    /// covers too little; <see cref="Caveats.AssumptionDoubtful"/> where resamples have no value; <see cref="Caveats.Clipped"/> where a
    /// limit is the extreme resample.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public Estimate ToEstimate(
        double level = ConfidenceLevel.Default,
        BootstrapIntervalMethod method = BootstrapIntervalMethod.BiasCorrectedAccelerated
    )
    {
        (ConfidenceInterval Interval, bool IsExtreme)? limits = Limits(level, method);
        if (SampleSize == 0)
        {
            return Estimate.None;
        }

        Caveats few = Units < FewUnits ? Caveats.LowSampleSize : Caveats.None;
        Caveats doubtful = UndefinedResamples > 0 || Value is null ? Caveats.AssumptionDoubtful : Caveats.None;
        Caveats clipped = limits is { IsExtreme: true } ? Caveats.Clipped : Caveats.None;
        return new Estimate
        {
            Value = Value,
            StandardError = StandardError,
            Interval = limits?.Interval,
            SampleSize = SampleSize,
            Caveats = few | doubtful | clipped,
        };
    }

    private static double[] Finite(ReadOnlySpan<double> numbers)
    {
        List<double> finite = new(numbers.Length);
        foreach (double number in numbers)
        {
            if (double.IsFinite(number))
            {
                finite.Add(number);
            }
        }

        return [.. finite];
    }

    private static double? SpreadOf(double[] numbers) =>
        numbers.Length < 2
            ? null
            : Moments.Of(numbers).StandardDeviation * Math.Sqrt(numbers.Length / (numbers.Length - 1.0));

    private (ConfidenceInterval Interval, bool IsExtreme)? Limits(double level, BootstrapIntervalMethod method)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        string name = method.ToShortName();
        if (Value is not { } value || !(StandardError > 0) || Probabilities(level, method) is not { } ends)
        {
            return null;
        }

        double low = Percentile(ends.Lower);
        double high = Percentile(ends.Upper);
        IntervalLimits limits =
            method == BootstrapIntervalMethod.Basic
                ? new IntervalLimits(value - high, value - low)
                : new IntervalLimits(value + low, value + high).ClippedTo(Range.Lower, Range.Upper);
        bool isFinite = double.IsFinite(limits.Lower) && double.IsFinite(limits.Upper);
        return isFinite
            ? (limits.Containing(value).ToInterval(level, name), IsExtreme(ends.Lower) || IsExtreme(ends.Upper))
            : null;
    }

    /// <summary>The probabilities of the two percentiles.</summary>
    private IntervalLimits? Probabilities(double level, BootstrapIntervalMethod method)
    {
        double tail = (1 - level) / 2;
        if (method != BootstrapIntervalMethod.BiasCorrectedAccelerated)
        {
            return new IntervalLimits(tail, 1 - tail);
        }

        int below = CountBelowValue();
        if (_acceleration is not { } acceleration || below == 0 || below == _deviations.Length)
        {
            return null;
        }

        double bias = StandardNormal.Quantile((double)below / _deviations.Length);
        double z = StandardNormal.TwoSidedQuantile(level);
        return
            Adjusted(bias, bias - z, acceleration) is { } lower && Adjusted(bias, bias + z, acceleration) is { } upper
            ? new IntervalLimits(lower, upper)
            : null;
    }

    // Beyond the pole of the correction it would turn the order of the limits round; the data are then too few for BCa.
    private static double? Adjusted(double bias, double z, double acceleration)
    {
        double divisor = 1 - (acceleration * z);
        return divisor > 0 ? StandardNormal.LowerTail(bias + (z / divisor)) : null;
    }

    private int CountBelowValue() => SortedNumbers.CountBelow(_deviations, -TieTolerance * StandardError!.Value);

    private bool IsExtreme(double probability)
    {
        double rank = (_deviations.Length + 1) * probability;
        return !(rank >= 1 && rank <= _deviations.Length);
    }

    private double Percentile(double probability)
    {
        int count = _deviations.Length;
        double rank = (count + 1) * probability;
        int below = (int)Math.Clamp(Math.Floor(rank), 1, count);
        int above = (int)Math.Clamp(Math.Ceiling(rank), 1, count);
        double low = _deviations[below - 1];
        double high = _deviations[above - 1];
        if (!(high > low))
        {
            return low;
        }

        double from = StandardNormal.Quantile(below / (count + 1.0));
        double to = StandardNormal.Quantile(above / (count + 1.0));
        return low + ((StandardNormal.Quantile(probability) - from) / (to - from) * (high - low));
    }
}
