using CxMetrics.Calculation.Ranking;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Trends;

/// <summary>The negative slopes between all pairs of points, by rank, without storing more than a few of them.</summary>
/// <remarks>
/// The later of two points lies below the earlier one in y − t x exactly where their slope is below t, so that the slopes below t are the
/// inversions of that list, counted in O(n log n) (Cole et al. 1989). Such counts narrow the range around a rank until it holds no more
/// slopes than the capacity; these are then listed, again from inversions, and sorted. The search starts from a sample of pairs, which saves
/// counts and changes no result. It runs on centred and scaled points, so that large offsets and magnitudes cost no digits; the slopes
/// listed are those of the points as they are.
/// </remarks>
internal sealed class FallingSlopes
{
    private const double SteepestSearched = -1e300;
    private const int MostPairsSampled = 4096;

    private readonly OrderedPoints _points;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int _exponent;
    private readonly double[] _keys;
    private readonly double[] _buffer;
    private readonly int _capacity;
    private readonly List<(double Slope, long Below)> _counts = [];
    private SlopeBracket _bracket;

    /// <summary>The slopes of some points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="count">How many of their slopes are negative.</param>
    /// <param name="capacity">How many slopes may be stored.</param>
    public FallingSlopes(OrderedPoints points, long count, int capacity)
    {
        _points = points;
        ScaledNumbers x = Scaled(points.X);
        ScaledNumbers y = Scaled(points.Y);
        _x = x.Values;
        _y = y.Values;
        _exponent = y.Exponent - x.Exponent;
        _keys = new double[points.Count];
        _buffer = new double[points.Count];
        _capacity = capacity;
        _counts.Add((Steepest(), 0));
        _counts.Add((0, count));
    }

    /// <summary>The slope of this rank in ascending order, from 1 to the number of negative slopes.</summary>
    public double this[long rank]
    {
        get
        {
            if (!_bracket.Holds(rank))
            {
                _bracket = BracketOf(rank);
            }

            return _bracket[rank];
        }
    }

    private SlopeBracket BracketOf(long rank)
    {
        SlopeRange range = Around(rank);
        if (range.Count > _capacity)
        {
            CountAroundSampled(rank, range);
            range = Around(rank);
        }

        while (range.Count > _capacity && !range.IsOneSlope)
        {
            CountBelow(range.Next(rank, step: _counts.Count, _capacity));
            range = Around(rank);
        }

        return new SlopeBracket(range.Below, range.BelowEnd, List(range));
    }

    /// <summary>The narrowest range around a rank that the counts so far show.</summary>
    private SlopeRange Around(long rank)
    {
        (double from, long below) = _counts[0];
        (double end, long belowEnd) = _counts[1];
        foreach ((double slope, long count) in _counts)
        {
            if (count < rank && slope > from)
            {
                (from, below) = (slope, count);
            }
            else if (count >= rank && slope < end)
            {
                (end, belowEnd) = (slope, count);
            }
        }

        return new SlopeRange(from, end, below, belowEnd);
    }

    // A few thousand pairs tell where a rank lies to within some percent, however unevenly the slopes are spread.
    private void CountAroundSampled(long rank, SlopeRange range)
    {
        RandomStream random = new(seed: 0);
        int pairs = Math.Min(MostPairsSampled, 8 * _x.Length);
        List<double> sample = new(pairs);
        for (int pair = 0; pair < pairs; pair++)
        {
            int one = random.NextIndex(_x.Length);
            int other = random.NextIndex(_x.Length);
            double slope = (_y[one] - _y[other]) / (_x[one] - _x[other]);
            if (slope > range.From && slope < range.End)
            {
                sample.Add(slope);
            }
        }

        sample.Sort();
        double place = (double)(rank - range.Below) / range.Count * sample.Count;
        double margin = 2 * Math.Sqrt(sample.Count);
        CountBelowSampled(sample, place - margin);
        CountBelowSampled(sample, place + margin);
    }

    private void CountBelowSampled(List<double> sample, double place)
    {
        if (place >= 0 && place < sample.Count)
        {
            CountBelow(sample[(int)place]);
        }
    }

    private void CountBelow(double slope)
    {
        FillKeys(slope);
        _counts.Add((slope, Inversions.CountAndSort(_keys, _buffer)));
    }

    private double[] List(SlopeRange range)
    {
        int[] order = new int[_x.Length];
        for (int index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        InversionList list = new(order, _keys);
        if (range.Below > 0)
        {
            FillKeys(range.From);
            list.Sort();
        }

        int most = (int)Math.Min(range.Count, _capacity);
        List<double> slopes = new(most);
        FillKeys(range.End);
        list.Sort(
            (earlier, later) =>
            {
                if (later > earlier)
                {
                    slopes.Add(_points.Slope(earlier, later));
                }

                return slopes.Count < most;
            }
        );
        if (slopes.Count == 0)
        {
            // Values so far apart in size that scaling has merged the small ones: the limits of the range are all that is known.
            slopes.Add(Math.ScaleB(range.From + ((range.End - range.From) / 2), _exponent));
        }

        slopes.Sort();
        return [.. slopes];
    }

    private void FillKeys(double slope)
    {
        for (int index = 0; index < _keys.Length; index++)
        {
            _keys[index] = Math.FusedMultiplyAdd(-slope, _x[index], _y[index]);
        }
    }

    // Every slope is a mean of slopes between neighbouring positions, so that the steepest lies between neighbours.
    private double Steepest()
    {
        double steepest = 0;
        int start = 0;
        int end = TieRun.EndOf(_points.X, start);
        while (end < _x.Length)
        {
            steepest = Math.Min(steepest, (_y[end] - _y[end - 1]) / (_x[end] - _x[start]));
            start = end;
            end = TieRun.EndOf(_points.X, start);
        }

        return Math.Max(steepest, SteepestSearched);
    }

    /// <summary>The numbers from their first one, scaled by a power of two to at most 2 in size.</summary>
    private static ScaledNumbers Scaled(ReadOnlySpan<double> numbers)
    {
        double[] centred = new double[numbers.Length];
        for (int index = 0; index < centred.Length; index++)
        {
            centred[index] = (numbers[index] / 4) - (numbers[0] / 4);
        }

        return ScaledNumbers.Of(centred);
    }
}
