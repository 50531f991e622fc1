using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Trends;

/// <summary>A straight line through a metric over time, by (weighted) least squares.</summary>
/// <remarks>
/// <para>
/// With weights w, means x̄ and ȳ, Sxx = Σw(x − x̄)² and Sxy = Σw(x − x̄)(y − ȳ): slope b = Sxy/Sxx, value at x₀ ȳ + b(x₀ − x̄), standard errors
/// σ/√Sxx and σ√(1/Σw + (x₀ − x̄)²/Sxx). A weight is a precision: the variance of a value is σ²/w. σ² is estimated by the weighted squares
/// of the residuals over n − 2 (<see cref="FromPoints(ReadOnlySpan{double}, ReadOnlySpan{double}, double)"/>, t intervals), or is 1 where the
/// weights are 1/(standard error)² of means that come with one (<see cref="FromStandardErrors"/>, normal intervals).
/// </para>
/// <para>
/// Residuals are taken as independent. Points that lie on the line to within rounding have standard errors of 0 and no intervals: they say
/// nothing about the spread. Source: Draper and Smith (1998), Applied Regression Analysis, chapters 1, 3 and 9. Immutable.
/// </para>
/// </remarks>
public sealed record LinearTrend
{
    // Residuals of this share of the squares of the values are what the arithmetic leaves.
    private const double RoundingShare = 1e-30;

    private readonly CentredSums _sums;
    private readonly LineScale _scale;
    private readonly double _slope;
    private readonly double? _sigma;
    private readonly double? _degreesOfFreedom;
    private readonly double _level;
    private readonly Caveats _caveats;

    private LinearTrend(CentredSums sums, LineScale scale, double residuals, LineOptions options)
    {
        _sums = sums;
        _scale = scale;
        _slope = sums.Xy / sums.Xx;
        _level = options.Level;
        _caveats = options.Caveats;
        SampleSize = options.SampleSize;
        double freedom = SampleSize - 2;
        double? estimated = freedom > 0 ? Math.Sqrt(residuals / freedom) : null;
        Sigma = estimated is { } sigma ? FiniteNumbers.OrNull(Math.ScaleB(sigma, scale.OfSigma)) : null;
        _degreesOfFreedom = options.IsVarianceKnown ? null : freedom;
        _sigma = options.IsVarianceKnown ? Math.ScaleB(1, -scale.OfSigma) : estimated;
        RSquared = sums.Yy > 0 ? Math.Clamp(1 - (residuals / sums.Yy), 0, 1) : null;
    }

    /// <summary>The number of points with a positive weight, n.</summary>
    public long SampleSize { get; }

    /// <summary>The change of the values per unit of position.</summary>
    public Estimate Slope => EstimateOf(_slope, SlopeError, _scale.OfSlope);

    /// <summary>The value of the line at position 0.</summary>
    public Estimate Intercept => At(0);

    /// <summary>Slope over its standard error; null where that is 0 or unknown, or their ratio is beyond the range of a double.</summary>
    public double? SlopeStatistic => SlopeError is > 0 and { } error ? FiniteNumbers.OrNull(_slope / error) : null;

    /// <summary>
    /// The two-sided p-value of no slope, by t with n − 2 degrees of freedom or, for known standard errors, the normal distribution; null where
    /// the statistic is.
    /// </summary>
    public double? SlopePValue =>
        SlopeStatistic is not { } statistic ? null
        : _degreesOfFreedom is { } freedom ? StudentTDistribution.TwoSidedTail(statistic, freedom)
        : StandardNormal.TwoSidedTail(statistic);

    /// <summary>The share of the weighted squares about the mean that the line explains, 0 to 1; null where all values agree.</summary>
    public double? RSquared { get; }

    /// <summary>
    /// The residual standard deviation √(Σw(residual)²/(n − 2)), that of a value of weight 1; null for n = 2, and beyond the range of a double. For known standard errors it
    /// should be near 1: well above, the values scatter more about the line than their standard errors allow.
    /// </summary>
    public double? Sigma { get; }

    private double? SlopeError => _sigma / Math.Sqrt(_sums.Xx);

    /// <summary>Fits values that all count the same.</summary>
    /// <param name="positions">When each value was taken, in any unit and order; finite.</param>
    /// <param name="values">One value per position; finite.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// The line, not fitted for fewer than two points or where all positions are equal. For n = 2 it goes through both points and standard
    /// errors, intervals and p-value are null.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many values as positions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the level is not strictly between 0 and 1.</exception>
    public static FitOutcome<LinearTrend> FromPoints(
        ReadOnlySpan<double> positions,
        ReadOnlySpan<double> values,
        double level = ConfidenceLevel.Default
    )
    {
        double[] ones = new double[positions.Length];
        Array.Fill(ones, 1);
        LineOptions options = new(level, IsVarianceKnown: false, positions.Length, Caveats.None);
        return Fit(positions, values, new ScaledNumbers(ones, 0), options);
    }

    /// <summary>Fits values of unequal precision, such as monthly means of unequal numbers of answers.</summary>
    /// <param name="positions">When each value was taken, in any unit and order; finite.</param>
    /// <param name="values">One value per position; finite.</param>
    /// <param name="weights">One weight per value, finite, none negative: its precision up to a factor, such as the number of answers. Points of weight 0 are left out.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>As without weights, counting the points of positive weight.</returns>
    /// <exception cref="ArgumentException">There are not as many values or weights as positions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, a weight is negative, or the level is not strictly between 0 and 1.</exception>
    public static FitOutcome<LinearTrend> FromPoints(
        ReadOnlySpan<double> positions,
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> weights,
        double level = ConfidenceLevel.Default
    )
    {
        ThrowIfNotOnePerValue(weights, values, "weights", nameof(weights));
        FiniteNumbers.ThrowIfNotFiniteOrNegative(weights, nameof(weights));
        long count = 0;
        foreach (double weight in weights)
        {
            count += weight > 0 ? 1 : 0;
        }

        LineOptions options = new(level, IsVarianceKnown: false, count, Caveats.Weighted);
        return Fit(positions, values, ScaledNumbers.OfWeights(weights), options);
    }

    /// <summary>Fits estimates whose standard errors are known, such as one NPS per month.</summary>
    /// <param name="positions">When each value was taken, in any unit and order; finite.</param>
    /// <param name="values">One value per position; finite.</param>
    /// <param name="standardErrors">The standard error of each value, finite and above 0.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// The line, not fitted for fewer than two points or where all positions are equal. Its standard errors come from those given, not from
    /// the scatter about the line, so that two points are enough for an interval. <see cref="Sigma"/> says whether that was fair.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many values or standard errors as positions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, a standard error is not above 0, or the level is not strictly between 0 and 1.</exception>
    public static FitOutcome<LinearTrend> FromStandardErrors(
        ReadOnlySpan<double> positions,
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> standardErrors,
        double level = ConfidenceLevel.Default
    )
    {
        ThrowIfNotOnePerValue(standardErrors, values, "standard errors", nameof(standardErrors));
        FiniteNumbers.ThrowIfNotFiniteOrNotPositive(standardErrors, nameof(standardErrors));
        LineOptions options = new(level, IsVarianceKnown: true, values.Length, Caveats.Weighted);
        return Fit(positions, values, ScaledNumbers.OfPrecisions(standardErrors), options);
    }

    /// <summary>The value of the line at a position, with the interval of the mean there (not of a single new value).</summary>
    /// <param name="position">The position; finite. Far from the points the interval only holds if the line goes on.</param>
    /// <returns>The value; null where it is beyond the range of a double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is not finite.</exception>
    public Estimate At(double position)
    {
        FiniteNumbers.ThrowIfNotFinite([position], nameof(position));
        double distance = _sums.FromMeanX(Math.ScaleB(position, -_scale.Positions));
        double? error = _sigma * double.Hypot(1 / Math.Sqrt(_sums.Weight), distance / Math.Sqrt(_sums.Xx));
        return EstimateOf(_sums.MeanYPlus(_slope * distance), error, _scale.Values);
    }

    private static FitOutcome<LinearTrend> Fit(
        ReadOnlySpan<double> positions,
        ReadOnlySpan<double> values,
        ScaledNumbers weights,
        LineOptions options
    )
    {
        ConfidenceLevel.ThrowIfInvalid(options.Level);
        OrderedPoints.ThrowIfInvalid(positions, values);
        if (options.SampleSize < 2)
        {
            return FitOutcome<LinearTrend>.NotFitted(
                NotFittedReason.TooFewObservations,
                "A line needs at least two points."
            );
        }

        ScaledNumbers x = ScaledNumbers.Of(positions);
        ScaledNumbers y = ScaledNumbers.Of(values);
        CentredSums sums = new(x.Values, y.Values, weights.Values);
        return Differ(x.Values, weights.Values) && sums.Xx > 0
            ? FitOutcome<LinearTrend>.Fitted(
                new LinearTrend(
                    sums,
                    new LineScale(x.Exponent, y.Exponent, weights.Exponent),
                    Residuals(x.Values, y.Values, weights.Values, sums),
                    options
                )
            )
            : FitOutcome<LinearTrend>.NotFitted(
                NotFittedReason.NoVariation,
                "All points are at one position, so that there is no slope."
            );
    }

    private static bool Differ(ReadOnlySpan<double> positions, ReadOnlySpan<double> weights)
    {
        double least = double.PositiveInfinity;
        double greatest = double.NegativeInfinity;
        for (int index = 0; index < weights.Length; index++)
        {
            if (weights[index] > 0)
            {
                least = Math.Min(least, positions[index]);
                greatest = Math.Max(greatest, positions[index]);
            }
        }

        return greatest > least;
    }

    /// <summary>The weighted sum of squared residuals; 0 where only rounding is left.</summary>
    private static double Residuals(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        ReadOnlySpan<double> weights,
        CentredSums sums
    )
    {
        double slope = sums.Xy / sums.Xx;
        CompensatedSum squares = default;
        for (int index = 0; index < weights.Length; index++)
        {
            double residual = sums.FromMeanY(y[index]) - (slope * sums.FromMeanX(x[index]));
            squares = squares.Add(weights[index] * residual * residual);
        }

        return squares.Value > RoundingShare * sums.Yy ? squares.Value : 0;
    }

    private Estimate EstimateOf(double scaled, double? scaledError, int exponent)
    {
        double value = Math.ScaleB(scaled, exponent);
        double? error = scaledError is { } known ? Math.ScaleB(known, exponent) : null;
        if (!double.IsFinite(value) || !double.IsFinite(error ?? 0))
        {
            return Estimate.None with { SampleSize = SampleSize, Caveats = _caveats };
        }

        return new Estimate
        {
            Value = value,
            StandardError = error,
            Interval = error is > 0 and { } spread ? Interval(value, spread) : null,
            SampleSize = SampleSize,
            Caveats = _caveats,
        };
    }

    private ConfidenceInterval? Interval(double value, double error)
    {
        IntervalLimits limits = _degreesOfFreedom is { } freedom
            ? StudentTInterval.FromStandardError(value, error, freedom, _level)
            : WaldInterval.FromStandardError(value, error, _level);
        string name = _degreesOfFreedom is null ? IntervalMethodNames.Normal : IntervalMethodNames.StudentT;
        return limits.IsFinite ? limits.ToInterval(_level, name) : null;
    }

    private static void ThrowIfNotOnePerValue(
        ReadOnlySpan<double> numbers,
        ReadOnlySpan<double> values,
        string what,
        string name
    )
    {
        if (numbers.Length != values.Length)
        {
            throw new ArgumentException($"{values.Length} values and {numbers.Length} {what} were given.", name);
        }
    }
}
