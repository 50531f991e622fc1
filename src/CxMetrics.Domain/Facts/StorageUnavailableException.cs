namespace CxMetrics.Domain.Facts;

/// <summary>The store cannot take or give anything at the moment: disk full, read-only, damaged, or locked for too long.</summary>
/// <remarks>Nothing of what was asked for was stored. Worth trying again.</remarks>
public sealed class StorageUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
