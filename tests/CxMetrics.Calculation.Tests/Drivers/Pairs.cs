namespace CxMetrics.Calculation.Tests.Drivers;

/// <summary>Two columns of equal length.</summary>
public sealed record Pairs(double[] First, double[] Second)
{
    public override string ToString() => $"({string.Join(' ', First)}) ({string.Join(' ', Second)})";
}
