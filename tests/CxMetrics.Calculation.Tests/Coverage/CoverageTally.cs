using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>How often an interval held the true value, and how wide it was on average. Each sample counts with its probability.</summary>
public sealed class CoverageTally
{
    // A limit that equals the true value up to rounding holds it.
    private const double Slack = 1e-12;

    private double _held;
    private double _width;
    private double _withInterval;
    private double _weight;

    public double Coverage => _held / _weight;

    public double MeanWidth => _width / _withInterval;

    public CoverageFigure Figure => new(Coverage, MeanWidth, 1 - (_withInterval / _weight));

    public static bool Holds(IntervalLimits limits, double truth) =>
        limits.Lower <= truth + Slack && truth - Slack <= limits.Upper;

    /// <summary>The tally of both parts of the samples.</summary>
    public static CoverageTally operator +(CoverageTally left, CoverageTally right) =>
        new()
        {
            _held = left._held + right._held,
            _width = left._width + right._width,
            _withInterval = left._withInterval + right._withInterval,
            _weight = left._weight + right._weight,
        };

    public void Add(IntervalLimits? limits, double truth, double probability = 1)
    {
        _weight += probability;
        if (limits is { } interval)
        {
            _held += Holds(interval, truth) ? probability : 0;
            _width += probability * (interval.Upper - interval.Lower);
            _withInterval += probability;
        }
    }
}
