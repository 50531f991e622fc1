namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>A table with one row for all settings of a size: the mean and the least coverage, and where the first method has its least.</summary>
internal static class FoldedStudy
{
    public const string WorstHead = "setting of the least";

    public static CoverageStudy Of(
        string name,
        string size,
        IReadOnlyList<string> methods,
        IEnumerable<CoverageSetting> settings
    ) =>
        new(
            name,
            [size, "settings", .. methods, WorstHead],
            [.. settings.GroupBy(setting => setting.Labels[0], StringComparer.Ordinal).Select(ToRow)]
        );

    /// <summary>A study of samples that are drawn. Each setting has a seed of its own, so that a new one changes no other.</summary>
    public static CoverageStudy Simulated(
        string name,
        string size,
        IReadOnlyList<string> methods,
        IEnumerable<SimulatedSetting> settings
    ) => Of(name, size, methods, settings.Select(setting => setting.ToSetting(name, methods.Count)));

    private static CoverageRow ToRow(IGrouping<string, CoverageSetting> settings)
    {
        CoverageSetting[] all = [.. settings];
        return new CoverageRow([settings.Key, $"{all.Length}"], () => Cells(all))
        {
            IsQuick = all.All(item => item.IsQuick),
        };
    }

    private static IReadOnlyList<string> Cells(CoverageSetting[] settings)
    {
        IReadOnlyList<CoverageFigure>[] figures = [.. settings.Select(setting => setting.Compute())];
        int worst = Enumerable.Range(0, settings.Length).MinBy(index => figures[index][0].Coverage);
        return
        [
            .. Enumerable
                .Range(0, figures[0].Count)
                .Select(method => Cell([.. figures.Select(ofSetting => ofSetting[method].Coverage)])),
            string.Join(", ", settings[worst].Labels.Skip(1)),
        ];
    }

    private static string Cell(double[] coverages) =>
        $"{CoverageFigure.Share(coverages.Average())} / {CoverageFigure.Share(coverages.Min())}";
}
