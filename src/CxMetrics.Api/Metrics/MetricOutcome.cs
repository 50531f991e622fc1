using CxMetrics.Calculation;

namespace CxMetrics.Api.Metrics;

/// <summary>What a read came to.</summary>
internal sealed record MetricOutcome(MetricOutcomeKind Kind, MetricReport? Report, IReadOnlyList<RatingScale> Scales)
{
    /// <summary>A report of more rows is refused rather than cut.</summary>
    public const int MaximumRows = 100_000;

    public static MetricOutcome TooManyRows { get; } = new(MetricOutcomeKind.TooManyRows, Report: null, []);

    public static MetricOutcome Of(MetricReport report) => new(MetricOutcomeKind.Report, report, []);

    public static MetricOutcome MixedScales(IReadOnlyList<RatingScale> scales) =>
        new(MetricOutcomeKind.MixedScales, Report: null, scales);
}
