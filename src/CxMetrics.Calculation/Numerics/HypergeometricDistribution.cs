using MathNet.Numerics;

namespace CxMetrics.Calculation.Numerics;

/// <summary>The number of successes on the first side of a two by two table whose margins are given.</summary>
/// <remarks>
/// MathNet's Hypergeometric takes int arguments and subtracts logarithms of factorials, which leaves 9 digits of a probability at a million trials. Here
/// ln P is −Σ D(x, e) over the four cells with D(x, e) = x ln(x/e) + e − x and e the expected count, plus what Stirling's formula leaves: all terms are
/// small, and the distance x − e is exact, so that 12 digits stay (Loader 2000, "Fast and Accurate Computation of Binomial Probabilities").
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
            - Cell(_secondTrials - _successes + number, _secondTrials / total * failures, distance);
    }

    /// <summary>P(X ≤ number), for a number at or below the mode.</summary>
    public double LowerTail(long number)
    {
        if (number < Minimum)
        {
            return 0;
        }

        double left = number;
        double free = _firstTrials - number;
        double others = _successes - number;
        double rest = (double)_secondTrials - _successes + number;
        return Tail(number, left, rest, free, others);
    }

    /// <summary>P(X ≥ number), for a number at or above the mode.</summary>
    public double UpperTail(long number)
    {
        if (number > Maximum)
        {
            return 0;
        }

        double left = number;
        double free = _firstTrials - number;
        double others = _successes - number;
        double rest = (double)_secondTrials - _successes + number;
        return Tail(number, free, others, left, rest);
    }

    /// <summary>The smallest number from the mode up whose log probability is at most the bound; one beyond the maximum where there is none.</summary>
    public long FirstAtMost(double bound)
    {
        long low = Mode - 1;
        long high = Maximum + 1;
        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            if (LogProbability(middle) <= bound)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }

    /// <summary>The largest number from the mode down whose log probability is at most the bound; one below the minimum where there is none.</summary>
    public long LastAtMost(double bound)
    {
        long low = Minimum - 1;
        long high = Mode + 1;
        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            if (LogProbability(middle) <= bound)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

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
        count == 0 ? expected : Deviance(count, expected, distance) + Stirling(count);

    /// <summary>ln(n!) − (n ln n − n).</summary>
    private static double Stirling(long count)
    {
        double n = count;
        if (n < 16)
        {
            return n < 1 ? 0 : SpecialFunctions.FactorialLn((int)count) - (n * Math.Log(n)) + n;
        }

        double s = 1 / (n * n);
        double series = (1 / 12.0) - (s * ((1 / 360.0) - (s * ((1 / 1260.0) - (s * ((1 / 1680.0) - (s / 1188)))))));
        return (series / n) + (Math.Log(2 * Math.PI * n) / 2);
    }

    /// <summary>x ln(x/e) + e − x for x = e + distance.</summary>
    private static double Deviance(double count, double expected, double distance)
    {
        if (Math.Abs(distance) > 0.1 * (count + expected))
        {
            return (count * Math.Log(count / expected)) - distance;
        }

        double v = distance / (count + expected);
        double term = 2 * count * v;
        double sum = distance * v;
        for (int j = 3; j < 100; j += 2)
        {
            term *= v * v;
            double next = sum + (term / j);
            if (!(Math.Abs(next - sum) > 0))
            {
                break;
            }

            sum = next;
        }

        return sum;
    }
}
