using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Survival;

/// <summary>The limits of a survival curve at each of its steps. Immutable.</summary>
/// <remarks>
/// Pointwise: each step has the stated coverage, not the curve as a whole. The same numbers as R's <c>survfit</c>, edges included, for
/// tables and charts. Where R has no limits, or limits of no width, <see cref="SurvivalCurve.At"/> has an interval all the same.
/// </remarks>
public sealed class SurvivalLimits
{
    // NaN where the method has no limits; two arrays of numbers take half the memory of one of nullable pairs.
    private readonly double[] _lower;
    private readonly double[] _upper;

    internal SurvivalLimits(SurvivalSteps steps, double level, SurvivalIntervalMethod method)
    {
        Level = level;
        Method = method.ToShortName();
        _lower = GC.AllocateUninitializedArray<double>(steps.Count);
        _upper = GC.AllocateUninitializedArray<double>(steps.Count);
        double z = StandardNormal.TwoSidedQuantile(level);
        IntervalLimits limits = default;
        for (int step = 0; step < _lower.Length; step++)
        {
            // The curve moves at events only.
            if (step == 0 || steps.Events[step] > 0)
            {
                limits =
                    SurvivalLimitFormulas.Limits(steps.Survival[step], steps.Greenwood[step], z, method)
                    ?? new IntervalLimits(double.NaN, double.NaN);
            }

            _lower[step] = limits.Lower;
            _upper[step] = limits.Upper;
        }
    }

    /// <summary>The number of steps of the curve.</summary>
    public int Count => _lower.Length;

    /// <summary>The two-sided confidence level.</summary>
    public double Level { get; }

    /// <summary>The short name of the method (<see cref="IntervalMethodNames"/>).</summary>
    public string Method { get; }

    /// <summary>The limits at a step, within 0 to 1; null where S is 0 and, for <c>logLog</c>, where S is 1.</summary>
    /// <param name="step">The index of the step, as in <see cref="SurvivalCurve.Times"/>.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such step.</exception>
    public IntervalLimits? this[int step] =>
        double.IsNaN(_lower[step]) ? null : new IntervalLimits(_lower[step], _upper[step]);
}
