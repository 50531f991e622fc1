using CxMetrics.Calculation.Ranking;

namespace CxMetrics.Calculation.Trends;

/// <summary>The slopes between all pairs of points at different positions, by rank.</summary>
/// <remarks>
/// Those of a few hundred points are all listed. Of more they are not stored: falling slopes are searched, rising ones are the falling ones of
/// the mirror image, level ones are 0.
/// </remarks>
internal sealed class PairwiseSlopes(OrderedPoints points, PairOrder pairs, int capacity = PairwiseSlopes.Capacity)
{
    // So many slopes are listed and sorted in the time of a few counts.
    private const int Capacity = 1 << 16;

    private readonly double[]? _all = pairs.FirstOrdered <= capacity ? All(points, (int)pairs.FirstOrdered) : null;
    private FallingSlopes? _falling;
    private FallingSlopes? _rising;

    /// <summary>The slope of this rank in ascending order, the first being 1.</summary>
    public double this[long rank] => _all is null ? Searched(rank) : _all[rank - 1];

    private FallingSlopes Falling => _falling ??= new FallingSlopes(points, pairs.Discordant, capacity);

    private FallingSlopes Rising => _rising ??= new FallingSlopes(points.Mirrored(), pairs.Concordant, capacity);

    private static double[] All(OrderedPoints points, int count)
    {
        double[] slopes = new double[count];
        int listed = 0;
        for (int later = 1; later < points.Count; later++)
        {
            for (int earlier = 0; earlier < later && points.X[earlier] < points.X[later]; earlier++)
            {
                slopes[listed++] = points.Slope(earlier, later);
            }
        }

        Array.Sort(slopes);
        return slopes;
    }

    private double Searched(long rank)
    {
        if (rank <= pairs.Discordant)
        {
            return Falling[rank];
        }

        long rising = rank - pairs.Discordant - pairs.SecondTiedAlone;
        return rising <= 0 ? 0 : -Rising[pairs.Concordant - rising + 1];
    }
}
