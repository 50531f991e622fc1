using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>A share with Wilson's interval.</summary>
internal readonly struct ShareSide(ShareCounts counts) : IScoreSide
{
    private readonly double _rest = counts.FailureShare;

    public static double LargestDifference => 1;

    public double Sum => counts.Successes;

    public double SumOfSquares => counts.Successes;

    public long SampleSize => counts.Trials;

    public double Value { get; } = counts.Share;

    public double StandardError { get; } = Proportion.StandardError(counts.Successes, counts.Trials);

    public IntervalLimits Limits(double z) => WilsonInterval.Limits(Value, _rest, counts.Trials, z);

    // The complement moves by the same shift, so that a share near 1 keeps the digits of its distance to 1.
    public double VarianceAt(double shift) => Math.Max(0, Value + shift) * Math.Max(0, _rest - shift) / counts.Trials;
}
