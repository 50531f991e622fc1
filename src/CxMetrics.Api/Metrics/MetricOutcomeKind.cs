namespace CxMetrics.Api.Metrics;

internal enum MetricOutcomeKind
{
    Report,

    /// <summary>Answers on different scales would fall into one row; they are never pooled.</summary>
    MixedScales,

    /// <summary>A relationship survey and a transactional one would be pooled, and the query names no unit.</summary>
    MixedKinds,

    TooManyRows,
}
