using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Resampling;

/// <summary>The acceleration of BCa from the values of a statistic that each leave some of the data out.</summary>
internal static class Jackknife
{
    /// <summary>Σu³/(6(Σu²)^(3/2)) with u the mean of the values minus each of them (Efron 1987; Efron and Tibshirani 1993, 14.15).</summary>
    /// <param name="values">The statistic without one unit, or without one group of units, in turn.</param>
    /// <returns>0 where all agree; null for fewer than two, or where one is not finite.</returns>
    public static double? Acceleration(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            return null;
        }

        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                return null;
            }
        }

        Moments moments = Moments.Of(values);
        double spread = moments.StandardDeviation;
        if (!(spread > 0))
        {
            return 0;
        }

        CompensatedSum cubes = default;
        foreach (double value in values)
        {
            double influence = ((moments.Mean - value) + moments.MeanRemainder) / spread;
            cubes = cubes.Add(influence * influence * influence);
        }

        return cubes.Value / (6 * values.Length * Math.Sqrt(values.Length));
    }
}
