namespace CxMetrics.Calculation.Weighting;

/// <summary>Weights of cells on their way to the margins of the frame.</summary>
/// <remarks>
/// A step for one margin multiplies the weights of each level so that its share is that of the frame: the projection onto that margin that
/// changes the weights least in the sense of Kullback and Leibler. Moving weights to their bounds is the projection onto the bounds in the
/// same sense, so that repeating all of them in turn leads to weights that meet all margins within the bounds, where there are any
/// (Csiszár 1975, Annals of Probability 3, 146-158; Bregman 1967, USSR Computational Mathematics 7, 200-217).
/// </remarks>
internal sealed class RakingCycles
{
    private const int MaximumCycles = 1000;

    // In shares of the frame. The steps after the last one measured bring the gap down further.
    private const double Tolerance = 1e-10;

    private const int Halvings = 60;

    private readonly WeightingCells _cells;
    private readonly IReadOnlyList<FrameMargin> _margins;
    private readonly double[] _weights;

    public RakingCycles(WeightingCells cells, IReadOnlyList<FrameMargin> margins)
    {
        _cells = cells;
        _margins = margins;
        _weights = new double[cells.Sizes.Length];
        _weights.AsSpan().Fill(1);
    }

    /// <summary>The weight of each cell.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>How often the margins were gone through.</summary>
    public int Cycles { get; private set; }

    /// <summary>Goes through the margins until none is missed and no weight is out of bounds.</summary>
    /// <returns>Whether that was reached.</returns>
    public bool Run(WeightBounds bounds)
    {
        for (int count = 0; count < MaximumCycles; count++)
        {
            Cycles++;
            double gap = Bound(bounds);
            for (int margin = 0; margin < _margins.Count; margin++)
            {
                gap = Math.Max(gap, Meet(margin));
            }

            if (gap <= Tolerance)
            {
                // The last steps may have left a bound by as much as they moved.
                _ = Bound(bounds);
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves weights to their bounds and all of them by one factor, so that their mean is 1 within the bounds.</summary>
    /// <remarks>The factor is found by halving: the mean of bounded weights rises with it.</remarks>
    public void Trim(WeightBounds bounds)
    {
        double low = 0;
        double high = 1;
        while (MeanOfBounded(high, bounds) < 1 && double.IsFinite(high))
        {
            high *= 2;
        }

        double factor = high;
        for (int halving = 0; halving < Halvings; halving++)
        {
            factor = low + ((high - low) / 2);
            (low, high) = MeanOfBounded(factor, bounds) < 1 ? (factor, high) : (low, factor);
        }

        for (int cell = 0; cell < _weights.Length; cell++)
        {
            _weights[cell] = bounds.Clamp(factor * _weights[cell]);
        }
    }

    private double MeanOfBounded(double factor, WeightBounds bounds)
    {
        double sum = 0;
        for (int cell = 0; cell < _weights.Length; cell++)
        {
            sum += _cells.Sizes[cell] * bounds.Clamp(factor * _weights[cell]);
        }

        return sum / _cells.Respondents;
    }

    /// <summary>The share of the total weight that the bounds move.</summary>
    private double Bound(WeightBounds bounds)
    {
        double moved = 0;
        for (int cell = 0; cell < _weights.Length; cell++)
        {
            double bounded = bounds.Clamp(_weights[cell]);
            moved += _cells.Sizes[cell] * Math.Abs(bounded - _weights[cell]);
            _weights[cell] = bounded;
        }

        return moved / _cells.Respondents;
    }

    /// <summary>Meets one margin.</summary>
    /// <returns>By how much the share of some level was missed at most.</returns>
    private double Meet(int margin)
    {
        ReadOnlySpan<double> frame = _margins[margin].FrameShares;
        ReadOnlySpan<int> levels = _cells.LevelsOf(margin);
        double[] factors = new double[frame.Length];
        for (int cell = 0; cell < _weights.Length; cell++)
        {
            factors[levels[cell]] += _cells.Sizes[cell] * _weights[cell] / _cells.Respondents;
        }

        double gap = 0;
        for (int level = 0; level < factors.Length; level++)
        {
            double share = factors[level];
            gap = Math.Max(gap, Math.Abs(share - frame[level]));
            factors[level] = share > 0 ? frame[level] / share : 0;
        }

        for (int cell = 0; cell < _weights.Length; cell++)
        {
            _weights[cell] *= factors[levels[cell]];
        }

        return gap;
    }
}
