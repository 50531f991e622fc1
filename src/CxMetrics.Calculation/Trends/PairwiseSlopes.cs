using CxMetrics.Calculation.Ranking;

namespace CxMetrics.Calculation.Trends;

/// <summary>The slopes between all pairs of points at different positions, by rank, without storing them.</summary>
/// <remarks>Falling slopes are searched, rising ones are the falling ones of the mirror image, level ones are 0.</remarks>
internal sealed class PairwiseSlopes(OrderedPoints points, PairOrder pairs, int capacity = PairwiseSlopes.Capacity)
{
    // So many slopes are listed and sorted in the time of a few counts.
    private const int Capacity = 1 << 16;

    private readonly FallingSlopes _falling = new(points, pairs.Discordant, capacity);
    private FallingSlopes? _rising;

    /// <summary>The slope of this rank in ascending order, the first being 1.</summary>
    public double this[long rank]
    {
        get
        {
            if (rank <= pairs.Discordant)
            {
                return _falling[rank];
            }

            long rising = rank - pairs.Discordant - pairs.SecondTiedAlone;
            return rising <= 0 ? 0 : -Rising[pairs.Concordant - rising + 1];
        }
    }

    private FallingSlopes Rising => _rising ??= new FallingSlopes(points.Mirrored(), pairs.Concordant, capacity);
}
