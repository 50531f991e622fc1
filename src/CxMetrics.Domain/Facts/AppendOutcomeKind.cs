namespace CxMetrics.Domain.Facts;

public enum AppendOutcomeKind
{
    /// <summary>New, and durable.</summary>
    Stored,

    /// <summary>A new revision of a known fact, durable; the earlier one is kept as history.</summary>
    Updated,

    /// <summary>Known with the same content; nothing changed.</summary>
    Duplicate,

    /// <summary>Not stored: it contradicts what is stored.</summary>
    Refused,

    /// <summary>Not stored: known with other content, and facts of its kind never change.</summary>
    Conflict,
}
