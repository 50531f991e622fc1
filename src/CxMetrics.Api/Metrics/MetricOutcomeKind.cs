namespace CxMetrics.Api.Metrics;

internal enum MetricOutcomeKind
{
    Report,

    /// <summary>Answers on different scales would fall into one row; they are never pooled.</summary>
    MixedScales,

    TooManyRows,
}
