using System.Globalization;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>A setting whose samples are drawn.</summary>
/// <param name="Labels">What describes the setting: the number of observations first.</param>
/// <param name="Samples">How many samples are drawn.</param>
/// <param name="Truth">The true value.</param>
/// <param name="Draw">Draws one sample.</param>
internal sealed record SimulatedSetting(IReadOnlyList<string> Labels, int Samples, double Truth, SampleIntervals Draw)
{
    /// <summary>Compares what came out with the reference.</summary>
    public Action<IReadOnlyList<SimulatedCoverage>> Check { get; init; } = _ => { };

    public CoverageSetting ToSetting(string study, int methods) => new(Labels, () => Figures(study, methods));

    /// <summary>A row that ends with the number of samples and the largest Monte Carlo error.</summary>
    public CoverageRow ToRow(string study, int methods) => new(Labels, () => Cells(Figures(study, methods)));

    private IReadOnlyList<CoverageFigure> Figures(string study, int methods)
    {
        long seed = Simulation.SeedOf($"{study}: {CoverageTable.Line(Labels)}");
        IReadOnlyList<SimulatedCoverage> results = Simulation.Run(seed, Samples, methods, Truth, Draw);
        Check(results);
        return [.. results.Select(result => result.Figure)];
    }

    private string[] Cells(IReadOnlyList<CoverageFigure> figures) =>
        [
            .. figures.Select(figure => figure.ToString()),
            Samples.ToString("N0", CultureInfo.InvariantCulture),
            CoverageFigure.Share(figures.Max(figure => figure.StandardError)),
        ];
}
