using CxMetrics.Domain.Surveys;

namespace CxMetrics.Ingestion.Validation;

/// <summary>Finds metrics by name.</summary>
internal static class MetricNames
{
    private static readonly MemberNames<RatingMetric> Names = new([
        .. Enum.GetValues<RatingMetric>().Select(metric => (metric.Name(), metric)),
    ]);

    public static bool TryFind(ReadOnlySpan<byte> name, out RatingMetric metric) => Names.TryFind(name, out metric);

    public static bool TryFind(string name, out RatingMetric metric) => Names.TryFind(name, out metric);
}
