namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>One setting of a study, with all methods computed together.</summary>
/// <param name="Labels">What describes the setting: the number of observations first.</param>
/// <param name="Compute">Computes the figure of each method.</param>
public sealed record CoverageSetting(IReadOnlyList<string> Labels, Func<IReadOnlyList<CoverageFigure>> Compute)
{
    /// <summary>Whether the setting takes so little time that every test run recomputes it.</summary>
    public bool IsQuick { get; init; }

    public CoverageRow ToRow() =>
        new(Labels, () => [.. Compute().Select(figure => figure.ToString())]) { IsQuick = IsQuick };
}
