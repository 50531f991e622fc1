using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>
/// The p-value that belongs to a square-and-add interval of two score intervals: 1 minus the level at which the interval begins to hold 0.
/// </summary>
/// <remarks>
/// <para>
/// A limit reaches 0 where the two arms x and y of the triangle, one from each side, are both z standard errors long, each standard
/// error taken at the end of its arm, and x² + y² − 2ρxy = d². With the squared standard errors V and W at these ends that is
/// z = d/√(V + W − 2ρ√(VW)): a z statistic whose variances are those of the values on which both sides can agree.
/// </para>
/// <para>
/// One equation in the share u = V/(V + W) that the lower side has of the variance is solved by a secant inside a shrinking bracket, so
/// no interval is ever computed. z carries 12 digits; of net scores within 1e-6 of ±1 as many as their distance to it.
/// 0 where the limit never reaches 0, which a high correlation makes possible.
/// </para>
/// </remarks>
internal static class ScoreDifferenceTest
{
    private const int MaximumSteps = 200;

    // The error of a secant step is of the order of the product of the two steps before it.
    private const double RelativeTolerance = 1e-8;
    private const double AbsoluteTolerance = 2e-16;

    /// <summary>The two-sided p-value of no difference.</summary>
    /// <param name="lower">The side with the smaller value.</param>
    /// <param name="upper">The side with the larger value.</param>
    /// <param name="distance">How far apart the values are; 0 gives 1.</param>
    /// <param name="correlation">The correlation of the two estimates.</param>
    public static double TwoSidedPValue<TSide>(TSide lower, TSide upper, double distance, double correlation)
        where TSide : struct, IScoreSide
    {
        if (!(distance > 0))
        {
            return 1;
        }

        Triangle<TSide> triangle = new(lower, upper, distance, correlation);
        double one = lower.StandardError * lower.StandardError;
        double other = upper.StandardError * upper.StandardError;
        double guess = one > 0 && other > 0 ? one / (one + other) : 0.5;
        double variance = triangle.VarianceAt(ShareOfLower(triangle, guess));
        return StandardNormal.TwoSidedTail(distance / Math.Sqrt(variance));
    }

    private static double ShareOfLower<TSide>(Triangle<TSide> triangle, double guess)
        where TSide : struct, IScoreSide
    {
        double low = 0;
        double high = 1;
        double share = guess;
        double error = share - triangle.ShareAt(share);
        double previous = share;
        double previousError = error;
        double next = share - error;
        for (int count = 0; count < MaximumSteps && Math.Abs(error) > 0; count++)
        {
            if (error > 0)
            {
                high = share;
            }
            else
            {
                low = share;
            }

            if (Math.Abs(next - share) <= Math.Max(AbsoluteTolerance, RelativeTolerance * Math.Min(share, 1 - share)))
            {
                return Math.Clamp(next, low, high);
            }

            (previous, previousError) = (share, error);
            share = next > low && next < high ? next : (low + high) / 2;
            error = share - triangle.ShareAt(share);
            next = share - (error * (share - previous) / (error - previousError));
        }

        return share;
    }
}
