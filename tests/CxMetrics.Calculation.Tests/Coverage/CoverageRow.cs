namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>One setting of a study.</summary>
/// <param name="labels">What describes the setting: the number of observations first.</param>
/// <param name="compute">Computes the cells of the row, and compares them with the reference where that has them.</param>
public sealed class CoverageRow(IReadOnlyList<string> labels, Func<IReadOnlyList<string>> compute)
{
    /// <summary>Whether the row takes so little time that every test run recomputes it.</summary>
    public bool IsQuick { get; init; }

    /// <summary>How the line of the page begins.</summary>
    public string Label { get; } = CoverageTable.Line(labels);

    public string ToLine() => CoverageTable.Line([.. labels, .. compute()]);
}
