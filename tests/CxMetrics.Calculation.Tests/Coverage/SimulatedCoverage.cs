using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>How often the intervals of drawn samples held the true value, and how wide they were.</summary>
internal sealed class SimulatedCoverage
{
    private readonly double[] _widths;

    private SimulatedCoverage(int samples, double coverage, double[] sortedWidths)
    {
        Samples = samples;
        Coverage = coverage;
        _widths = sortedWidths;
    }

    public int Samples { get; }

    public double Coverage { get; }

    public double MeanWidth => _widths.Average();

    public double WidthVariance
    {
        get
        {
            double mean = MeanWidth;
            return _widths.Average(width => (width - mean) * (width - mean));
        }
    }

    public double MedianWidth => WidthAt(0.5);

    public CoverageFigure Figure => new(Coverage, MedianWidth, 1 - ((double)_widths.Length / Samples), Samples);

    public static SimulatedCoverage Of(IReadOnlyCollection<IntervalLimits?> limits, double truth)
    {
        double[] widths =
        [
            .. limits.Where(item => item is not null).Select(item => item!.Value.Upper - item.Value.Lower).Order(),
        ];
        int held = limits.Count(item => item is { } interval && CoverageTally.Holds(interval, truth));
        return new SimulatedCoverage(limits.Count, (double)held / limits.Count, widths);
    }

    /// <summary>The width below which this share of the intervals lies.</summary>
    public double WidthAt(double share) =>
        _widths.Length == 0 ? double.NaN : _widths[(int)Math.Clamp(share * _widths.Length, 0, _widths.Length - 1)];
}
