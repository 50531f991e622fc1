using System.ComponentModel;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Trends;

namespace CxMetrics.Api.Calculations.Trends;

/// <summary>A straight line by least squares.</summary>
internal sealed record TrendLineResult
{
    [Description("Change of the values per unit of time.")]
    public required CalculationResult Slope { get; init; }

    [Description("The value of the line at time 0.")]
    public required CalculationResult Intercept { get; init; }

    [Description("Slope over its standard error; null where that is 0 or unknown.")]
    public required double? Statistic { get; init; }

    [Description("Two-sided p-value of no slope; null where the statistic is.")]
    public required double? PValue { get; init; }

    [Description("The share of the scatter that the line explains, in percent; null where all values agree.")]
    public required double? RSquared { get; init; }

    [Description(
        "Residual standard deviation of a value of weight 1; null for two points. With standard errors it should be near 1: well above, the values scatter more than these allow."
    )]
    public required double? Sigma { get; init; }

    public static TrendLineResult From(LinearTrend line) =>
        new()
        {
            Slope = CalculationResult.From(line.Slope, Units.Value),
            Intercept = CalculationResult.From(line.Intercept, Units.Value),
            Statistic = line.SlopeStatistic,
            PValue = line.SlopePValue,
            RSquared = line.RSquared * Units.PerOne,
            Sigma = line.Sigma,
        };
}
