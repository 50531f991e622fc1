using System.ComponentModel;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Drivers;

namespace CxMetrics.Api.Calculations.Drivers;

/// <summary>The regression of the outcome on its drivers.</summary>
internal sealed record DriverAnalysisResult
{
    [Description("The share of the outcome's variance that goes with the drivers together (R²), in percent.")]
    public required CalculationResult RSquared { get; init; }

    [Description("What is left of R² after the share that so many drivers get by chance, in percent. Can be negative.")]
    public required double AdjustedRSquared { get; init; }

    [Description("Standard deviation of what the drivers do not explain, in the unit of the outcome.")]
    public required double ResidualStandardDeviation { get; init; }

    [Description("The outcome where every driver is 0.")]
    public required CoefficientResult Intercept { get; init; }

    [Description("The drivers, in the order of the request.")]
    public required IReadOnlyList<DriverResult> Drivers { get; init; }

    [Description("How many resamples could not be fitted and were left out.")]
    public required int FailedResamples { get; init; }

    [Description(Results.Flags.Meanings)]
    public required IReadOnlyList<string> Flags { get; init; }

    public static DriverAnalysisResult From(KeyDriverAnalysis analysis) =>
        new()
        {
            RSquared = CalculationResult.From(analysis.RSquared.ToPercent(), Units.Percent),
            AdjustedRSquared = analysis.AdjustedRSquared * Units.PerOne,
            ResidualStandardDeviation = analysis.ResidualStandardDeviation,
            Intercept = CoefficientResult.From(analysis.Intercept),
            Drivers = [.. analysis.Drivers.Select(DriverResult.From)],
            FailedResamples = analysis.FailedResamples,
            Flags = Results.Flags.Of(analysis.SampleSize, analysis.Caveats),
        };
}
