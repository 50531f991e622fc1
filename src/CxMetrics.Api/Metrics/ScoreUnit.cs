namespace CxMetrics.Api.Metrics;

/// <summary>What the numbers of a metric are counted in at this edge.</summary>
internal enum ScoreUnit
{
    /// <summary>Points, -100 to 100: the difference of two shares in percent.</summary>
    Points,

    /// <summary>Percent, 0 to 100: a share.</summary>
    Percent,

    /// <summary>The scale that the answers were given on.</summary>
    Rating,
}
