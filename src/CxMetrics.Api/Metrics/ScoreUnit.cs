namespace CxMetrics.Api.Metrics;

/// <summary>What the numbers of a metric are counted in at this edge.</summary>
internal enum ScoreUnit
{
    /// <summary>Net Promoter points, -100 to 100.</summary>
    Points,

    /// <summary>Percent: 0 to 100 for shares, -100 to 100 for net shares.</summary>
    Percent,

    /// <summary>The scale that the answers were given on.</summary>
    Rating,
}
