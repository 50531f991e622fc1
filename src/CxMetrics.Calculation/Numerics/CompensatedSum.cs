namespace CxMetrics.Calculation.Numerics;

/// <summary>A running sum that keeps what rounding drops (Neumaier 1974). Immutable.</summary>
internal readonly struct CompensatedSum
{
    private readonly double _sum;
    private readonly double _lost;

    private CompensatedSum(double sum, double lost)
    {
        _sum = sum;
        _lost = lost;
    }

    /// <summary>The sum so far.</summary>
    public double Value => _sum + _lost;

    /// <summary>The sum with one more term.</summary>
    public CompensatedSum Add(double term)
    {
        double sum = _sum + term;
        double lost = Math.Abs(_sum) >= Math.Abs(term) ? _sum - sum + term : term - sum + _sum;
        return new CompensatedSum(sum, _lost + lost);
    }
}
