using System.ComponentModel;

namespace CxMetrics.Api.Metrics;

[Description("The days that were asked for, in the reporting zone: from inclusive, to exclusive.")]
internal sealed record Window(DateOnly From, DateOnly To, string TimeZone, string Period);
