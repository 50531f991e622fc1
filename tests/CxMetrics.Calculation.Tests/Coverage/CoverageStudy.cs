namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>One table of the page: how often the intervals for one subject hold the true value, setting by setting.</summary>
/// <param name="Name">The name of the table on the page.</param>
/// <param name="Heads">The heads of all columns; that of the default method between two asterisks.</param>
/// <param name="Rows">The settings.</param>
public sealed record CoverageStudy(string Name, IReadOnlyList<string> Heads, IReadOnlyList<CoverageRow> Rows)
{
    /// <summary>A study of samples that are drawn. Each row has a seed of its own, so that a new row changes no other.</summary>
    internal static CoverageStudy Simulated(
        string name,
        IReadOnlyList<string> labels,
        IReadOnlyList<string> methods,
        IEnumerable<SimulatedSetting> settings
    ) =>
        new(
            name,
            [.. labels, .. methods, "samples", "±"],
            [.. settings.Select(item => item.ToRow(name, methods.Count))]
        );

    public override string ToString() => Name;
}
