using CxMetrics.Calculation;

namespace CxMetrics.Benchmarks.Reads;

/// <summary>What every contender must find for a month, so that nobody is fast by counting something else.</summary>
/// <param name="Month">As <c>yyyy-MM</c>.</param>
/// <param name="Channel">Null where channels are not kept apart.</param>
/// <param name="Bands">How many answers of each kind.</param>
internal sealed record MonthCounts(string Month, string? Channel, NetPromoterBands Bands);
