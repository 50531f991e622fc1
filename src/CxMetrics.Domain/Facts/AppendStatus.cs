namespace CxMetrics.Domain.Facts;

public enum AppendStatus
{
    /// <summary>Every outcome says what became of its fact, durably.</summary>
    Committed,

    /// <summary>The queue had no room; nothing was stored. Worth trying again.</summary>
    QueueFull,

    /// <summary>The process is stopping; nothing was stored. Worth trying again elsewhere or later.</summary>
    Stopping,
}
