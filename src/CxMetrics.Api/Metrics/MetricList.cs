using System.ComponentModel;

namespace CxMetrics.Api.Metrics;

[Description("The catalogue of metrics.")]
internal sealed record MetricList(IReadOnlyList<MetricDescription> Metrics);
