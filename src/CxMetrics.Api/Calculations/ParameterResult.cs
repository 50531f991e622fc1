using System.ComponentModel;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;

namespace CxMetrics.Api.Calculations;

/// <summary>One parameter of a fitted model with its uncertainty.</summary>
internal sealed record ParameterResult(
    [property: Description("Its name, as the source of the model writes it.")] string Name,
    [property: Description("Its most likely value.")] double Value,
    [property: Description("Its standard error; null when it cannot be estimated.")] double? StandardError,
    [property: Description("Its interval; null when there is none.")] Interval? Interval
)
{
    public static ParameterResult From(string name, Estimate estimate) =>
        new(name, estimate.Value!.Value, estimate.StandardError, Interval.From(estimate.Interval));
}
