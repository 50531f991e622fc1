using System.ComponentModel;
using CxMetrics.Calculation.Drivers;

namespace CxMetrics.Api.Calculations.Drivers;

/// <summary>What an outcome goes with.</summary>
internal sealed record DriverCalculationResult
{
    [Description("Complete rows.")]
    public required long N { get; init; }

    [Description("Rows left out because a number was missing.")]
    public required long DroppedRows { get; init; }

    [Description("The analysis; null when the regression was not fitted.")]
    public required DriverAnalysisResult? Analysis { get; init; }

    [Description("Why there is no analysis; null when there is one.")]
    public required NotFittedResult? NotFitted { get; init; }

    [Description("How R² was split.")]
    public required ImportanceMethod Method { get; init; }

    [Description("How many times the rows were resampled.")]
    public required int Resamples { get; init; }

    [Description("Where the random numbers started.")]
    public required long Seed { get; init; }
}
