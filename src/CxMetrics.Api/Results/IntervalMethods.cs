using CxMetrics.Calculation;

namespace CxMetrics.Api.Results;

/// <summary>The interval methods on offer, by name.</summary>
internal static class IntervalMethods
{
    public static MethodNames<NetScoreIntervalMethod> NetScore { get; } = new(method => method.ToShortName());

    public static MethodNames<ShareIntervalMethod> Share { get; } = new(method => method.ToShortName());

    public static MethodNames<MeanIntervalMethod> Mean { get; } = new(method => method.ToShortName());
}
