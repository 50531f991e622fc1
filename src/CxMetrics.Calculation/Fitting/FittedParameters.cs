using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Fitting;

/// <summary>Positive parameters at the maximum of a likelihood, with what the observed information says about functions of them.</summary>
/// <remarks>
/// Uncertainty is that of the logarithms of the parameters, whose covariance is the inverse of the observed information. A function of
/// the parameters gets its standard error by the delta method, with the gradient by central differences of sixth order (step 0.02, relative
/// error below 1e-11 for smooth functions), and its interval on the log scale, since everything here is positive.
/// </remarks>
internal sealed class FittedParameters
{
    private const double Step = 0.02;

    private readonly string[] _names;
    private readonly double[] _values;
    private readonly double[] _logParameters;
    private readonly int[] _exponents;

    /// <summary>The parameters of a search that ended at a maximum.</summary>
    /// <param name="search">The search.</param>
    /// <param name="names">The names of the parameters.</param>
    /// <param name="exponents">The binary exponents of the units in which each was searched.</param>
    /// <param name="sampleSize">The number of customers.</param>
    /// <param name="caveats">What holds for everything that is made of the parameters.</param>
    public FittedParameters(NewtonSearch search, string[] names, int[] exponents, long sampleSize, Caveats caveats)
    {
        _names = names;
        _exponents = exponents;
        Information = search.Information;
        _logParameters = search.Position.ToArray();
        _values = Natural(_logParameters);
        SampleSize = sampleSize;
        Caveats = caveats;
    }

    /// <summary>The parameters in the unit of the data.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The observed information on the log scale.</summary>
    public SymmetricEigen Information { get; }

    /// <summary>The number of customers.</summary>
    public long SampleSize { get; }

    /// <summary>What holds for everything that is made of the parameters.</summary>
    public Caveats Caveats { get; }

    /// <summary>The logarithms of the parameters in the unit of the search: where to start one over nearly the same data.</summary>
    public ReadOnlySpan<double> LogParameters => _logParameters;

    /// <summary>Parameters in the unit of the data from their logarithms in the unit of the search.</summary>
    public double[] Natural(ReadOnlySpan<double> logParameters)
    {
        double[] values = new double[logParameters.Length];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = Math.ScaleB(Math.Exp(logParameters[index]), _exponents[index]);
        }

        return values;
    }

    /// <summary>Parameters drawn from the normal distribution of their logarithms.</summary>
    public double[] Drawn(ref RandomStream random)
    {
        double[] draw = [.. _logParameters];
        for (int index = 0; index < draw.Length; index++)
        {
            double deviate = StandardNormal.Quantile(random.NextDouble() + double.ScaleB(1, -54));
            for (int row = 0; row < draw.Length; row++)
            {
                draw[row] += deviate / Math.Sqrt(Information.Values[index]) * Information.Vector(row, index);
            }
        }

        return Natural(draw);
    }

    /// <summary>Each parameter with its standard error and interval.</summary>
    public IReadOnlyList<ParameterEstimate> Estimates(double level)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        var estimates = new ParameterEstimate[_values.Length];
        double[] gradient = new double[_values.Length];
        for (int index = 0; index < estimates.Length; index++)
        {
            Array.Clear(gradient);
            gradient[index] = 1;
            Estimate estimate = Positive(_values[index], RelativeError(gradient), level);
            estimates[index] = new ParameterEstimate(_names[index], estimate);
        }

        return estimates;
    }

    /// <summary>A positive function of the parameters with standard error and interval (none where it is 0); no value where the function has none.</summary>
    public Estimate Of(Func<double[], double?> function, double level)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        if (function(_values) is not { } value)
        {
            return Estimate.None with { SampleSize = SampleSize, Caveats = Caveats | Caveats.AssumptionDoubtful };
        }

        if (!(value > 0))
        {
            return Positive(value, 0, level);
        }

        double[] gradient = new double[_values.Length];
        for (int index = 0; index < gradient.Length; index++)
        {
            if (Slope(function, index) is not { } slope)
            {
                return Positive(value, null, level);
            }

            gradient[index] = slope / value;
        }

        return Positive(value, RelativeError(gradient), level);
    }

    private Estimate Positive(double value, double? relativeError, double level) =>
        new()
        {
            Value = value,
            StandardError = relativeError * value is { } error && double.IsFinite(error) ? error : null,
            Interval = Interval(value, relativeError, level),
            SampleSize = SampleSize,
            Caveats = Caveats,
        };

    private static ConfidenceInterval? Interval(double value, double? relativeError, double level)
    {
        double margin = StandardNormal.TwoSidedQuantile(level) * (relativeError ?? double.NaN);
        IntervalLimits limits = new(value * Math.Exp(-margin), value * Math.Exp(margin));
        return double.IsFinite(limits.Upper) && limits.Lower > 0
            ? limits.ToInterval(level, IntervalMethodNames.DeltaLog)
            : null;
    }

    private double? Slope(Func<double[], double?> function, int index) =>
        (
            45 * Difference(function, index, Step)
            - 9 * Difference(function, index, 2 * Step)
            + Difference(function, index, 3 * Step)
        ) / (60 * Step);

    private double? Difference(Func<double[], double?> function, int index, double step) =>
        function(Moved(index, step)) - function(Moved(index, -step));

    private double[] Moved(int index, double step)
    {
        double[] moved = [.. _values];
        moved[index] *= Math.Exp(step);
        return moved;
    }

    // From the gradient of the logarithm of a function by the logarithms of the parameters.
    private double RelativeError(double[] gradient)
    {
        double variance = 0;
        for (int index = 0; index < gradient.Length; index++)
        {
            double slope = 0;
            for (int row = 0; row < gradient.Length; row++)
            {
                slope += gradient[row] * Information.Vector(row, index);
            }

            variance += slope * slope / Information.Values[index];
        }

        return Math.Sqrt(variance);
    }
}
