namespace CxMetrics.Ingestion;

/// <summary>What became of a fact that came alone.</summary>
public enum SingleOutcomeKind
{
    /// <summary>New, and durable.</summary>
    Stored,

    /// <summary>A new revision of a known fact, durable.</summary>
    Updated,

    /// <summary>Known with the same content; nothing changed.</summary>
    Duplicate,

    /// <summary>Not stored; the errors say why.</summary>
    Rejected,

    /// <summary>Not stored: known with other content, and facts of its kind never change.</summary>
    Conflict,

    /// <summary>The queue in front of the store was full; not stored. Worth trying again.</summary>
    Busy,

    /// <summary>The process is stopping; not stored. Worth trying again elsewhere or later.</summary>
    Stopping,
}
