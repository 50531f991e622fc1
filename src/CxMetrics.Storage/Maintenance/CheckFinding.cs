namespace CxMetrics.Storage.Maintenance;

/// <summary>One thing that is wrong in the database.</summary>
/// <param name="Check">The name of the check that found it, stable.</param>
/// <param name="Message">A sentence that names the place.</param>
public sealed record CheckFinding(string Check, string Message);
