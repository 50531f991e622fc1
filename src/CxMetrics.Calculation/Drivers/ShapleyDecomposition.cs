namespace CxMetrics.Calculation.Drivers;

/// <summary>The Shapley (LMG) parts of R², exactly, from a correlation matrix.</summary>
/// <remarks>
/// All 2ᵏ subsets are visited depth first, each one driver larger than the one it came from: one step of elimination gives its R² from the
/// residual correlations of its parent, so that nothing is ever undone and rounding does not pile up. Half of the steps concern the last
/// driver, a quarter the last two, and so on: on average a subset costs three multiplications of elimination. A driver's part is the sum
/// over subsets T that hold it of w(|T| − 1) R²(T), less the sum over those that do not of w(|T|) R²(T), with w(s) = 1/(k C(k − 1, s)).
/// Holds the room it works in: one instance per thread.
/// </remarks>
internal sealed class ShapleyDecomposition
{
    public const int MostDrivers = 20;

    private readonly int _drivers;
    private readonly double[] _weights;

    // One square of residual correlations per size of subset, the outcome in the last row and column; only the upper triangle is kept.
    private readonly double[] _residuals;

    public ShapleyDecomposition(int drivers)
    {
        _drivers = drivers;
        _weights = Weights(drivers);
        _residuals = new double[drivers * (drivers + 1) * (drivers + 1)];
    }

    private int Side => _drivers + 1;

    /// <summary>Writes the part of each driver.</summary>
    /// <param name="among">The correlations among the drivers, k × k, positive definite.</param>
    /// <param name="withOutcome">The correlations with the outcome.</param>
    /// <param name="parts">Where the parts go.</param>
    public void Fill(ReadOnlySpan<double> among, ReadOnlySpan<double> withOutcome, Span<double> parts)
    {
        for (int row = 0; row < _drivers; row++)
        {
            among.Slice(row * _drivers, _drivers).CopyTo(_residuals.AsSpan(row * Side, _drivers));
            _residuals[(row * Side) + _drivers] = withOutcome[row];
        }

        parts.Clear();
        (_, double without) = Descend(parts, size: 0, first: 0, rSquared: 0);
        foreach (ref double part in parts)
        {
            part = Math.Max(0, part - without);
        }
    }

    // What the subsets below one of this size and R² contribute: to each driver that is in all of them, and to every driver that is not.
    private (double Within, double Without) Descend(Span<double> parts, int size, int first, double rSquared)
    {
        double within = 0;
        double without = 0;
        Span<double> residuals = _residuals.AsSpan(size * Side * Side, Side * Side);
        double before = size < _drivers ? _weights[size] : 0;
        for (int driver = first; driver < _drivers; driver++)
        {
            ReadOnlySpan<double> row = residuals.Slice(driver * Side, Side);
            double explained = rSquared + (row[_drivers] * row[_drivers] / row[driver]);
            double after = size + 1 < _drivers ? _weights[size + 1] : 0;
            double held = (before + after) * explained;
            double missed = after * explained;
            if (driver + 1 < _drivers)
            {
                Eliminate(residuals, driver, _residuals.AsSpan((size + 1) * Side * Side, Side * Side));
                (double deeperWithin, double deeperWithout) = Descend(parts, size + 1, driver + 1, explained);
                held += deeperWithin;
                missed += deeperWithout;
            }

            parts[driver] += held;
            within += held;
            without += missed;
        }

        return (within, without);
    }

    private void Eliminate(ReadOnlySpan<double> from, int driver, Span<double> to)
    {
        ReadOnlySpan<double> pivot = from.Slice(driver * Side, Side);
        for (int row = driver + 1; row < _drivers; row++)
        {
            double factor = pivot[row] / pivot[driver];
            for (int column = row; column <= _drivers; column++)
            {
                int place = (row * Side) + column;
                to[place] = from[place] - (factor * pivot[column]);
            }
        }
    }

    private static double[] Weights(int drivers)
    {
        double[] weights = new double[drivers];
        double combinations = 1;
        for (int size = 0; size < drivers; size++)
        {
            weights[size] = 1 / (drivers * combinations);
            combinations = combinations * (drivers - 1 - size) / (size + 1);
        }

        return weights;
    }
}
