namespace CxMetrics.Storage.Maintenance;

/// <summary>A backup could not be made, and nothing is left of it. The message is one sentence that says why.</summary>
public sealed class BackupFailedException(string message, Exception cause) : Exception(message, cause);
