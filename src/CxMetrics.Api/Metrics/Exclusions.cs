using System.ComponentModel;

namespace CxMetrics.Api.Metrics;

[Description("Answers left out, by reason.")]
internal sealed record Exclusions([property: Description("Answers of responses marked as tests.")] long Test);
