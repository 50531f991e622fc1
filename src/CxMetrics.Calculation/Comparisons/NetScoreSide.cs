using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>A net score with Tango's interval.</summary>
internal readonly struct NetScoreSide(NetCounts counts) : IScoreSide
{
    private readonly double _positive = counts.PositiveShare;
    private readonly double _negative = counts.NegativeShare;

    public static double LargestDifference => 2;

    public double Sum => counts.Positive - counts.Negative;

    public double SumOfSquares => (double)counts.Positive + counts.Negative;

    public long SampleSize => counts.Total;

    public double Value { get; } = counts.Score;

    public double StandardError { get; } = counts.StandardError;

    public IntervalLimits Limits(double z) => TangoScoreInterval.Limits(_negative, _positive, Value, counts.Total, z);

    public double VarianceAt(double shift) =>
        ConstrainedShares.At(Math.Clamp(Value + shift, -1, 1), _positive, _negative, Value).Variance / counts.Total;
}
