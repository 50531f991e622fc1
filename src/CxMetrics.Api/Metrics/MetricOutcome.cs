using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Api.Metrics;

/// <summary>What a read came to.</summary>
internal sealed record MetricOutcome(MetricOutcomeKind Kind, MetricReport? Report, IReadOnlyList<RatingScale> Scales)
{
    /// <summary>A report of more rows is refused rather than cut.</summary>
    public const int MaximumRows = 100_000;

    public static MetricOutcome TooManyRows { get; } = new(MetricOutcomeKind.TooManyRows, Report: null, []);

    /// <summary>The surveys that must not be pooled; null unless that is the outcome.</summary>
    public MixedSurveyKinds? Kinds { get; init; }

    public static MetricOutcome Of(MetricReport report) => new(MetricOutcomeKind.Report, report, []);

    public static MetricOutcome MixedScales(IReadOnlyList<RatingScale> scales) =>
        new(MetricOutcomeKind.MixedScales, Report: null, scales);

    public static MetricOutcome MixedKinds(MixedSurveyKinds kinds) =>
        new(MetricOutcomeKind.MixedKinds, Report: null, []) { Kinds = kinds };
}
