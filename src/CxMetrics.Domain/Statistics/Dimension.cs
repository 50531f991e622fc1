namespace CxMetrics.Domain.Statistics;

/// <summary>What scores over answers can be grouped and filtered by.</summary>
public enum Dimension
{
    Survey,
    Question,
    Touchpoint,
    Channel,
    Segment,
}
