using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>Intervals of the mean of bounded values, such as ratings, that may be looked at after every value.</summary>
/// <remarks>
/// <para>
/// All intervals together hold the mean with the stated probability, whatever the distribution. On the scale 0 to 1, with the sum S of all
/// n values and the squared misses V = Σ(xᵢ − m̂ᵢ)² of predictions by the values before, m̂ᵢ = (½ + x₁ + … + xᵢ₋₁)/i, the interval is
/// (S ± u)/n. The margin u solves m(u, V) = 2/(1 − level), where m(s, v) is the mean of exp(λs + v(λ + ln(1 − λ))) over λ from 0 to 1 with
/// 1 − λ exponential of rate 1, cut at 1. For every λ, exp(λΣ(xᵢ − μ) + V(λ + ln(1 − λ))) is a supermartingale that starts at 1, so that
/// their mean exceeds 2/(1 − level) at any time at all with a probability of at most half of 1 − level (Ville 1939).
/// </para>
/// <para>
/// Values need not be independent or alike: the interval then holds the mean over the values so far of each value's expectation given those
/// before it. The order of values matters, through V alone. Sources: Howard, Ramdas, McAuliffe and Sekhon (2021), Annals of Statistics 49,
/// 1055-1080, theorem 4 with the gamma-exponential mixture of proposition 9 at ρ = 1, which is near the narrowest choice for some ten to
/// a thousand ratings. Immutable.
/// </para>
/// </remarks>
public sealed record MeanConfidenceSequence
{
    private const double StepTolerance = 1e-14;
    private const int MaximumSteps = 100;

    // The normalising constant of the mixture, ln(1 - 1/e).
    private static readonly double LogShareBelowOne = Math.Log(-ExpMinusOne.Of(-1));

    private readonly double _width;
    private readonly CompensatedSum _sum;
    private readonly CompensatedSum _misses;

    private MeanConfidenceSequence(double minimum, double maximum)
    {
        Minimum = minimum;
        Maximum = maximum;
        _width = maximum - minimum;
    }

    private MeanConfidenceSequence(
        MeanConfidenceSequence before,
        long sampleSize,
        CompensatedSum sum,
        CompensatedSum misses
    )
        : this(before.Minimum, before.Maximum)
    {
        SampleSize = sampleSize;
        _sum = sum;
        _misses = misses;
    }

    /// <summary>The least value there can be.</summary>
    public double Minimum { get; }

    /// <summary>The greatest value there can be.</summary>
    public double Maximum { get; }

    /// <summary>The number of values so far, n.</summary>
    public long SampleSize { get; }

    /// <summary>The mean of the values so far; null for none.</summary>
    public double? Mean => SampleSize > 0 ? FromUnit(_sum.Value / SampleSize) : null;

    /// <summary>A sequence without values yet.</summary>
    /// <param name="minimum">The least value there can be, such as 1 on a scale from 1 to 5; not the least seen.</param>
    /// <param name="maximum">The greatest value there can be.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, the maximum is not above the minimum, or the range is wider than a double.</exception>
    public static MeanConfidenceSequence Between(double minimum, double maximum)
    {
        FiniteNumbers.ThrowIfNotFinite([minimum], nameof(minimum));
        if (!(maximum > minimum && double.IsFinite(maximum - minimum)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(maximum),
                maximum,
                "The maximum is finite and above the minimum, and their difference is a finite number."
            );
        }

        return new MeanConfidenceSequence(minimum, maximum);
    }

    /// <summary>The sequence with more values, in the order in which they came.</summary>
    /// <param name="values">The values, each from the minimum to the maximum.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range.</exception>
    public MeanConfidenceSequence With(params ReadOnlySpan<double> values)
    {
        CompensatedSum sum = _sum;
        CompensatedSum misses = _misses;
        long count = SampleSize;
        foreach (double value in values)
        {
            if (!(value >= Minimum && value <= Maximum))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(values),
                    value,
                    $"A value is from {Minimum} to {Maximum}."
                );
            }

            count++;
            double unit = (value - Minimum) / _width;
            double miss = unit - ((0.5 + sum.Value) / count);
            misses = misses.Add(miss * miss);
            sum = sum.Add(unit);
        }

        return new MeanConfidenceSequence(this, count, sum, misses);
    }

    /// <summary>The interval at this look.</summary>
    /// <param name="level">The probability that the intervals of all looks hold the mean.</param>
    /// <returns>The interval, within the range, around the mean so far; the whole range for no values, and as a rule for the first few.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = ConfidenceLevel.Default)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        IntervalLimits limits = new(Minimum, Maximum);
        if (Mean is { } mean)
        {
            double margin = Margin(_misses.Value, Math.Log(2 / (1 - level))) / SampleSize;
            double center = _sum.Value / SampleSize;
            limits = new IntervalLimits(
                FromUnit(Math.Max(0, center - margin)),
                FromUnit(Math.Min(1, center + margin))
            ).Containing(mean);
        }

        return limits.ToInterval(level, IntervalMethodNames.EmpiricalBernsteinSequence);
    }

    /// <summary>The margin at which the logarithm of the mixture is the threshold.</summary>
    /// <remarks>
    /// With a = v + 1 and z = s + a the mixture is a gamma integral: ln m = a ln(a/z) + z − a − ½ ln a + ln P(a, z) − ln P(1, 1) + the difference of
    /// Stirling errors of a and 1. It is convex in s: after the first step Newton's method comes from above and never passes.
    /// </remarks>
    private static double Margin(double squares, double threshold)
    {
        double a = squares + 1;
        LogGammaTails gamma = new(a);
        double fixedPart = StirlingError.Of(a) - StirlingError.Of(1) - (Math.Log(a) / 2) - LogShareBelowOne - threshold;
        double s = threshold + Math.Sqrt(2 * a * threshold);
        for (int step = 0; step < MaximumSteps; step++)
        {
            double z = a + s;
            TailPoint point = gamma.At(Math.Log(z));
            double excess = fixedPart + BinomialDeviance.Of(a, z, -s) + Math.Log(point.Tails.Lower);
            double change = excess / ((s / z) + (point.Density / point.Tails.Lower / z));
            s -= change;
            if (!(Math.Abs(change) > StepTolerance * s))
            {
                break;
            }
        }

        return s;
    }

    private double FromUnit(double unit) => Math.Clamp(Minimum + (unit * _width), Minimum, Maximum);
}
