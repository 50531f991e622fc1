using System.ComponentModel;

namespace CxMetrics.Api.Metrics;

[Description("The definition of a metric, by id and version.")]
internal sealed record DefinitionReference(string Id, int Version);
