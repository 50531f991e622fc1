namespace CxMetrics.Calculation.Numerics;

/// <summary>The number of successes on the first side of a two by two table whose margins are given.</summary>
/// <remarks>
/// MathNet's Hypergeometric takes int arguments and subtracts logarithms of factorials, which leaves 9 digits of a probability at a million
/// trials. Here ln P is −Σ D(x, e) over the four cells with D(x, e) = x ln(x/e) + e − x and e the expected count, plus what Stirling's
/// formula leaves: all terms are small, and the distance x − e is exact, so that 12 digits stay (Loader 2000, "Fast and Accurate
/// Computation of Binomial Probabilities").
/// </remarks>
internal readonly struct HypergeometricDistribution
{
    private readonly long _firstTrials;
    private readonly long _secondTrials;
    private readonly long _successes;
    private readonly double _margins;

    public HypergeometricDistribution(ShareCounts first, ShareCounts second)
    {
        ShareCounts both = first + second;
        _firstTrials = first.Trials;
        _secondTrials = second.Trials;
        _successes = both.Successes;
        _margins =
            Stirling(first.Trials)
            + Stirling(second.Trials)
            + Stirling(both.Successes)
            + Stirling(both.Failures)
            - Stirling(both.Trials);
    }

    /// <summary>The smallest number of successes that the margins allow.</summary>
    public long Minimum => Math.Max(0, _successes - _secondTrials);

    /// <summary>The largest number of successes that the margins allow.</summary>
    public long Maximum => Math.Min(_successes, _firstTrials);

    /// <summary>The most probable number.</summary>
    public long Mode => (long)(((Int128)_firstTrials + 1) * ((Int128)_successes + 1) / ((Int128)Total + 2));

    /// <summary>The standard deviation.</summary>
    public double StandardDeviation
    {
        get
        {
            double n = Total;
            double share = _successes / n;
            double failureShare = (Total - _successes) / n;
            return n > 1 ? Math.Sqrt(share * failureShare * _firstTrials / (n - 1) * _secondTrials) : 0;
        }
    }

    private long Total => _firstTrials + _secondTrials;

    /// <summary>The logarithm of the probability of a number from <see cref="Minimum"/> to <see cref="Maximum"/>.</summary>
    public double LogProbability(long number)
    {
        double total = Total;
        double distance = (double)(((Int128)number * Total) - ((Int128)_firstTrials * _successes)) / total;
        long failures = Total - _successes;
        return _margins
            - Cell(number, _firstTrials / total * _successes, distance)
            - Cell(_firstTrials - number, _firstTrials / total * failures, -distance)
            - Cell(_successes - number, _secondTrials / total * _successes, -distance)
            - Cell(Rest(number), _secondTrials / total * failures, distance);
    }

    /// <summary>P(X ≤ number), for a number at or below the mode.</summary>
    public double LowerTail(long number) =>
        number < Minimum ? 0 : Tail(number, number, Rest(number), _firstTrials - number, _successes - number);

    /// <summary>P(X ≥ number), for a number at or above the mode.</summary>
    public double UpperTail(long number) =>
        number > Maximum ? 0 : Tail(number, _firstTrials - number, _successes - number, number, Rest(number));

    /// <summary>
    /// The smallest number above the mode whose log probability is at most a bound below the mode's; one beyond the maximum where there is
    /// none.
    /// </summary>
    public long FirstAtMost(double bound) => Boundary(Maximum + 1, bound);

    /// <summary>
    /// The largest number below the mode whose log probability is at most a bound below the mode's; one below the minimum where there is
    /// none.
    /// </summary>
    public long LastAtMost(double bound) => Boundary(Minimum - 1, bound);

    private long Boundary(long outside, double bound)
    {
        long inside = Mode;
        while (Math.Abs(outside - inside) > 1)
        {
            long middle = inside + ((outside - inside) / 2);
            if (LogProbability(middle) <= bound)
            {
                outside = middle;
            }
            else
            {
                inside = middle;
            }
        }

        return outside;
    }

    // The failures of the second side.
    private long Rest(long number) => _secondTrials - _successes + number;

    // Each table follows from its neighbour by one product of two shrinking cells over two growing ones, so the terms fall faster and
    // faster; they are added until the rest cannot change the sum.
    private double Tail(long number, double shrinkingOne, double shrinkingOther, double growingOne, double growingOther)
    {
        double term = 1;
        double sum = 1;
        while (term > 1e-17 * sum && shrinkingOne > 0 && shrinkingOther > 0)
        {
            growingOne++;
            growingOther++;
            term *= shrinkingOne / growingOne * (shrinkingOther / growingOther);
            shrinkingOne--;
            shrinkingOther--;
            sum += term;
        }

        return Math.Exp(LogProbability(number)) * sum;
    }

    private static double Cell(long count, double expected, double distance) =>
        count == 0 ? expected : BinomialDeviance.Of(count, expected, distance) + Stirling(count);

    /// <summary>ln(n!) − (n ln n − n).</summary>
    private static double Stirling(long count) =>
        count == 0 ? 0 : StirlingError.Of(count) + (Math.Log(2 * Math.PI * count) / 2);
}
