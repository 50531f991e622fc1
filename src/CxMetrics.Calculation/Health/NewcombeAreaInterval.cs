using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Health;

/// <summary>Newcombe's score interval for the area under the ROC curve.</summary>
/// <remarks>
/// The areas θ with (A − θ)² ≤ z² V(θ), V(θ) = θ(1 − θ)[1 + c((1 − θ)/(2 − θ) + θ/(1 + θ))]/mn and c = (m + n)/2 − 1: the variance of
/// Hanley and McNeil (1982, Radiology 143, 29-36), made symmetric in the two groups and taken at θ instead of at A. Like Wilson's interval
/// it has a width for A = 0 and 1 and stays within 0 to 1. Source: Newcombe (2006), Statistics in Medicine 25, 559-573, method 5.
/// </remarks>
public static class NewcombeAreaInterval
{
    // Halving from 1 reaches the last digit of a double near 1 after 53 steps; smaller limits keep 1e-18 absolute.
    private const int Steps = 60;

    /// <summary>The interval.</summary>
    /// <param name="area">The observed area A, 0 to 1.</param>
    /// <param name="with">The number of cases with the outcome, m, at least 1.</param>
    /// <param name="without">The number of cases without it, n, at least 1.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The area is not from 0 to 1, there are no cases of a kind, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromArea(double area, long with, long without, double level = ConfidenceLevel.Default)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(with);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(without);
        if (!(area >= 0 && area <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(area), area, "An area is from 0 to 1.");
        }

        double z = StandardNormal.TwoSidedQuantile(level);
        return new IntervalLimits(1 - Farthest(1 - area, with, without, z), Farthest(area, with, without, z));
    }

    // The largest θ at or above the area that the data do not contradict. The lower limit is that of the areas turned round.
    private static double Farthest(double area, double with, double without, double z)
    {
        double low = area;
        double high = 1;
        for (int step = 0; step < Steps; step++)
        {
            double middle = (low + high) / 2;
            double distance = middle - area;
            bool holds = distance * distance <= z * z * Variance(middle, with, without);
            low = holds ? middle : low;
            high = holds ? high : middle;
        }

        return (low + high) / 2;
    }

    private static double Variance(double area, double with, double without)
    {
        double rest = 1 - area;
        double shared = ((with + without) / 2) - 1;
        double clustering = 1 + (shared * ((rest / (1 + rest)) + (area / (1 + area))));
        return area * rest * (clustering / with / without);
    }
}
