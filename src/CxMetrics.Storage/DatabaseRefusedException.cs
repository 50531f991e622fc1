namespace CxMetrics.Storage;

/// <summary>This process must not work on this database. The message is one sentence that says what to do.</summary>
public sealed class DatabaseRefusedException(string message) : Exception(message);
