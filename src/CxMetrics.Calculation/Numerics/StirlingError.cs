using MathNet.Numerics;

namespace CxMetrics.Calculation.Numerics;

/// <summary>ln(z!) minus Stirling's formula (z + ½) ln z − z + ½ ln 2π.</summary>
internal static class StirlingError
{
    private const double SeriesFrom = 15;

    // Counts, and counts plus a half, are most of what is asked for.
    private static readonly double[] OfHalves = Enumerable
        .Range(0, (int)(2 * SeriesFrom))
        .Select(halves => halves == 0 ? double.PositiveInfinity : Direct(halves / 2.0))
        .ToArray();

    /// <summary>The error at <paramref name="z"/>, above 0. Absolute error below 1e-14.</summary>
    public static double Of(double z)
    {
        if (z >= SeriesFrom)
        {
            double s = 1 / (z * z);
            return ((1 / 12.0) - (s * ((1 / 360.0) - (s * ((1 / 1260.0) - (s * ((1 / 1680.0) - (s / 1188)))))))) / z;
        }

        int halves = (int)(2 * z);
        return Math.Abs((2 * z) - halves) > 0 ? Direct(z) : OfHalves[halves];
    }

    private static double Direct(double z) =>
        SpecialFunctions.GammaLn(z + 1) - ((z + 0.5) * Math.Log(z)) + z - (Math.Log(2 * Math.PI) / 2);
}
