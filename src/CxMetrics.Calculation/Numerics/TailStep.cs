namespace CxMetrics.Calculation.Numerics;

/// <summary>A step of fourth order towards the point where a tail has a wanted probability, on the logarithm of the tail.</summary>
/// <remarks>
/// With the hazard h = density/tail, the logarithm of the tail changes by h(δ + kδ²/2 + (k² + k')δ³/6) over δ, k the derivative of ln h and k'
/// its own. Turned round: δ = e − ke²/2 + (2k² − k')e³/6, e being Newton's step.
/// </remarks>
internal static class TailStep
{
    /// <summary>When the logarithm of the tail was this close to the wanted one, the step from there leaves no more than rounding.</summary>
    public const double Tolerance = 1e-3;

    private const double LargestCorrection = 0.5;

    /// <summary>The step; Newton's where the correction is not small.</summary>
    /// <param name="newton">Newton's step, e.</param>
    /// <param name="growth">The derivative of the logarithm of the hazard, k.</param>
    /// <param name="change">The derivative of that, k'.</param>
    public static double From(double newton, double growth, double change)
    {
        double correction = newton * ((newton * ((2 * growth * growth) - change) / 6) - (growth / 2));
        return Math.Abs(correction) < LargestCorrection ? newton * (1 + correction) : newton;
    }
}
