using System.ComponentModel;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Drivers;

namespace CxMetrics.Api.Calculations.Drivers;

/// <summary>One driver. Importance against performance is the usual plot: important and low comes first.</summary>
internal sealed record DriverResult
{
    [Description("Its name.")]
    public required string Name { get; init; }

    [Description("Its part of R², in percent of the outcome's variance; the parts of all drivers add up to R².")]
    public required CalculationResult Importance { get; init; }

    [Description("Its part as a share of R², in percent; no value where R² is 0.")]
    public required CalculationResult Share { get; init; }

    [Description("Its mean.")]
    public required CalculationResult Performance { get; init; }

    [Description("The change of the outcome that goes with one more unit of the driver while the others stay.")]
    public required CoefficientResult Coefficient { get; init; }

    [Description("The same in standard deviations of the outcome per standard deviation of the driver.")]
    public required double StandardizedCoefficient { get; init; }

    [Description("Its correlation with the outcome, -1 to 1, the other drivers left aside.")]
    public required CalculationResult Correlation { get; init; }

    [Description("By how much the other drivers inflate the variance of its coefficient, 1 or more.")]
    public required double VarianceInflation { get; init; }

    public static DriverResult From(KeyDriver driver) =>
        new()
        {
            Name = driver.Name,
            Importance = CalculationResult.From(driver.Importance.ToPercent(), Units.Percent),
            Share = CalculationResult.From(driver.Share.ToPercent(), Units.Percent),
            Performance = CalculationResult.From(driver.Performance, Units.Value),
            Coefficient = CoefficientResult.From(driver.Coefficient),
            StandardizedCoefficient = driver.StandardizedCoefficient,
            Correlation = CalculationResult.From(driver.Correlation.Coefficient, Units.Value),
            VarianceInflation = driver.VarianceInflation,
        };
}
