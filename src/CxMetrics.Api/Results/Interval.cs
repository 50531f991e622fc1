using System.ComponentModel;
using CxMetrics.Calculation;

namespace CxMetrics.Api.Results;

/// <summary>A two-sided confidence interval.</summary>
internal sealed record Interval(
    [property: Description("Lower limit, in the unit of the value.")] double Lower,
    [property: Description("Upper limit, in the unit of the value.")] double Upper,
    [property: Description("The method that made it.")] string Method
)
{
    public static Interval? From(ConfidenceInterval? interval) =>
        interval is { } given ? new Interval(given.Lower, given.Upper, given.Method) : null;
}
