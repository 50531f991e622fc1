namespace CxMetrics.Ingestion;

/// <summary>How the reading of a body with many facts ended.</summary>
public enum BulkOutcomeKind
{
    /// <summary>Read to its end; the report says what became of every fact.</summary>
    Completed,

    /// <summary>Refused as a whole, nothing stored; the errors say why.</summary>
    Refused,

    /// <summary>The body ended or broke half-way. What the report counts as stored is durable; sending it all again is safe.</summary>
    Truncated,

    /// <summary>The body went over its limit. What the report counts as stored is durable.</summary>
    TooLarge,

    /// <summary>The queue in front of the store was full; nothing stored. Worth trying again.</summary>
    Busy,

    /// <summary>The process is stopping, or the store failed after part of the body was committed. What the report counts as stored is durable; sending it all again is safe.</summary>
    Interrupted,
}
