namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>How often an interval held the true value, and how wide it was on average. Each sample counts with its probability.</summary>
public sealed class CoverageTally
{
    // A limit that equals the true value up to rounding holds it.
    private const double Slack = 1e-12;

    private double _held;
    private double _width;
    private double _weight;

    public double Coverage => _held / _weight;

    public double MeanWidth => _width / _weight;

    public void Add(double lower, double upper, double truth, double probability = 1)
    {
        bool isHeld = lower <= truth + Slack && truth - Slack <= upper;
        _held += isHeld ? probability : 0;
        _width += probability * (upper - lower);
        _weight += probability;
    }
}
