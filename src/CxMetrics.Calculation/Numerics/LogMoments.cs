using System.Buffers;

namespace CxMetrics.Calculation.Numerics;

/// <summary>Mean and standard deviation of the logarithms of positive numbers, relative to one of them.</summary>
/// <remarks>
/// The logarithm of a ratio to the first number keeps the digits that a difference of two logarithms would lose where all numbers lie
/// close to each other.
/// </remarks>
internal readonly struct LogMoments
{
    private LogMoments(double origin, Moments ratios)
    {
        Origin = origin;
        MeanOfRatios = ratios.Mean;
        StandardDeviation = ratios.StandardDeviation;
    }

    /// <summary>The number whose ratio is 1.</summary>
    public double Origin { get; }

    /// <summary>The mean of ln(x/origin).</summary>
    public double MeanOfRatios { get; }

    /// <summary>The mean of ln(x).</summary>
    public double Mean => Math.Log(Origin) + MeanOfRatios;

    /// <summary>The standard deviation of ln(x) with divisor n; 0 without spread.</summary>
    public double StandardDeviation { get; }

    /// <summary>The moments of a list that is not empty and holds finite numbers above 0 only.</summary>
    public static LogMoments Of(ReadOnlySpan<double> values)
    {
        double origin = values[0];
        double[] rented = ArrayPool<double>.Shared.Rent(values.Length);
        Span<double> ratios = rented.AsSpan(0, values.Length);
        for (int index = 0; index < values.Length; index++)
        {
            ratios[index] = LogRatio(values[index], origin);
        }

        Moments moments = Moments.Of(ratios);
        ArrayPool<double>.Shared.Return(rented);
        return new LogMoments(origin, moments);
    }

    /// <summary>e to the power of <paramref name="logarithm"/> times the origin, as far as a double reaches.</summary>
    public double Times(double logarithm) =>
        Math.Abs(logarithm) < 700 ? Origin * Math.Exp(logarithm) : Math.Exp(Math.Log(Origin) + logarithm);

    private static double LogRatio(double value, double origin)
    {
        double change = (value - origin) / origin;
        if (Math.Abs(change) < 0.5)
        {
            return LogOnePlus.Of(change);
        }

        double ratio = value / origin;
        return double.IsNormal(ratio) ? Math.Log(ratio) : Math.Log(value) - Math.Log(origin);
    }
}
