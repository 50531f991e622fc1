namespace CxMetrics.Domain.Facts;

/// <summary>The answer of the store to a batch.</summary>
/// <param name="Status">Whether the batch was committed.</param>
/// <param name="Outcomes">One per fact, in their order; empty unless committed.</param>
public readonly record struct AppendResult(AppendStatus Status, IReadOnlyList<AppendOutcome> Outcomes)
{
    /// <summary>The queue in front of the store had no room; nothing of the batch was stored.</summary>
    public static AppendResult QueueFull { get; } = new(AppendStatus.QueueFull, []);

    /// <summary>The process is stopping and takes no more facts; nothing of the batch was stored.</summary>
    public static AppendResult Stopping { get; } = new(AppendStatus.Stopping, []);
}
