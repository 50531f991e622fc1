namespace CxMetrics.Calculation.Trends;

/// <summary>The powers of two by which a line's points were scaled down.</summary>
internal readonly record struct LineScale(int Positions, int Values, int Weights)
{
    public int OfSlope => Values - Positions;

    public int OfSigma => Values + (Weights / 2);
}
