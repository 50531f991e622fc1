namespace CxMetrics.Domain.Responses;

/// <summary>What erasure has left of a revision.</summary>
public enum Erasure
{
    /// <summary>Nothing was erased.</summary>
    None,

    /// <summary>A revision from before the erasure: scores, times and dimensions without comment, locale, attributes, customer and account.</summary>
    Anonymised,

    /// <summary>The mark that remains, so that the same response sent again is a repeat.</summary>
    Tombstone,
}
