using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Drivers;

namespace CxMetrics.Api.Calculations.Drivers;

/// <summary>A coefficient of the regression.</summary>
internal sealed record CoefficientResult : CalculationResult
{
    [SetsRequiredMembers]
    private CoefficientResult(CalculationResult value)
        : base(value) { }

    [Description("Coefficient over standard error; null where that is 0.")]
    [JsonPropertyOrder(1)]
    public required double? StudentT { get; init; }

    [Description("Two-sided p-value of a coefficient of 0; null where `studentT` is.")]
    [JsonPropertyOrder(1)]
    public required double? PValue { get; init; }

    public static CoefficientResult From(RegressionCoefficient coefficient) =>
        new(From(coefficient.Estimate, Units.Value)) { StudentT = coefficient.StudentT, PValue = coefficient.PValue };
}
