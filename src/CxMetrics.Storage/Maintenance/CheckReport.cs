namespace CxMetrics.Storage.Maintenance;

/// <summary>What a check of the database found.</summary>
/// <param name="Responses">How many current responses were read.</param>
/// <param name="DailyCounts">How many rows of daily counts were compared.</param>
/// <param name="Findings">Everything wrong; empty when nothing is.</param>
public sealed record CheckReport(long Responses, long DailyCounts, IReadOnlyList<CheckFinding> Findings)
{
    public bool IsClean => Findings.Count == 0;
}
