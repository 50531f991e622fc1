using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>A net score with Tango's interval.</summary>
internal readonly struct NetScoreSide(NetCounts counts) : IScoreSide
{
    public static double LargestDifference => 2;

    public double Sum => counts.Positive - counts.Negative;

    public double SumOfSquares => (double)counts.Positive + counts.Negative;

    public long SampleSize => counts.Total;

    public double Value => counts.Score;

    public double StandardError => counts.StandardError;

    public IntervalLimits Limits(double level) => TangoScoreInterval.FromCounts(counts, level);

    public double VarianceAt(double shift)
    {
        double score = counts.Score;
        double theta = Math.Clamp(score + shift, -1, 1);
        return ConstrainedShares.At(theta, counts.PositiveShare, counts.NegativeShare, score).Variance / counts.Total;
    }
}
