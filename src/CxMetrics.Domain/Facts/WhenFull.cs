namespace CxMetrics.Domain.Facts;

/// <summary>What a caller wants when the queue in front of the store has no room.</summary>
public enum WhenFull
{
    /// <summary>Be told at once, with nothing stored.</summary>
    GiveUp,

    /// <summary>Wait for room: for streams, which push back on their sender meanwhile.</summary>
    Wait,
}
