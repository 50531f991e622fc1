using System.ComponentModel;

namespace CxMetrics.Api.Health;

[Description("The state of the process.")]
internal sealed record HealthStatus([property: Description("`live` or `ready`.")] string Status);
