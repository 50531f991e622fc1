namespace CxMetrics.Domain.Responses;

/// <summary>What became of a request to erase a response.</summary>
public enum ErasureOutcome
{
    /// <summary>Erased, durably.</summary>
    Erased,

    /// <summary>It had been erased before; nothing changed.</summary>
    AlreadyErased,

    /// <summary>No such response was ever stored.</summary>
    NotFound,
}
