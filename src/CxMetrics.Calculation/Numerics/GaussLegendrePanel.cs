using MathNet.Numerics.Integration;

namespace CxMetrics.Calculation.Numerics;

/// <summary>The Gauss-Legendre rule of 16 points on −1 to 1, for analytic integrands cut into short panels.</summary>
/// <remarks>
/// On a panel over which an integrand changes by a factor of e¹² at most, and whose nearest singularity is at least 1.5 half-widths off the
/// axis, the rule is as exact as double precision.
/// </remarks>
internal static class GaussLegendrePanel
{
    private static readonly double[] PointArray = new GaussLegendreRule(-1, 1, 16).Abscissas;
    private static readonly double[] WeightArray = new GaussLegendreRule(-1, 1, 16).Weights;

    /// <summary>The 16 points, ascending.</summary>
    public static ReadOnlySpan<double> Points => PointArray;

    /// <summary>Their weights, which add up to 2.</summary>
    public static ReadOnlySpan<double> Weights => WeightArray;
}
