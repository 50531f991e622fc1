using System.ComponentModel;

namespace CxMetrics.Api.Calculations.Survival;

/// <summary>One step of a survival curve.</summary>
internal sealed record SurvivalStep(
    [property: Description("The time at which somebody leaves, with the event or without.")] double Time,
    [property: Description("How many were observed just before it.")] long AtRisk,
    [property: Description("How many had the event at it.")] long Events,
    [property: Description("How many left without the event, after those.")] long Censored,
    [property: Description("The share without event from this time on, in percent.")] double Value,
    [property: Description("Lower limit; null where the curve has no standard error.")] double? Lower,
    [property: Description("Upper limit; null where the curve has no standard error.")] double? Upper
);
