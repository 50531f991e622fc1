namespace CxMetrics.Calculation.Support;

/// <summary>A wait that ended with a reply.</summary>
/// <param name="From">When the wait began.</param>
/// <param name="To">When the reply came.</param>
/// <param name="AgentId">The agent at the reply; null when unknown.</param>
/// <param name="Team">The team at the reply; null when unknown.</param>
public readonly record struct ReplyWait(DateTimeOffset From, DateTimeOffset To, string? AgentId, string? Team);
