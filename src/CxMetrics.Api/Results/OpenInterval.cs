using System.ComponentModel;

namespace CxMetrics.Api.Results;

/// <summary>A two-sided confidence interval of which a side may be open, because the data do not bound it.</summary>
internal sealed record OpenInterval(
    [property: Description("Lower limit, in the unit of the value; null when the data do not bound it from below.")]
        double? Lower,
    [property: Description("Upper limit, in the unit of the value; null when the data do not bound it from above.")]
        double? Upper,
    [property: Description("The method that made it.")] string Method
)
{
    /// <summary>The interval; null without any limit.</summary>
    public static OpenInterval? From(double? lower, double? upper, string? method) =>
        method is not null && (lower is not null || upper is not null) ? new OpenInterval(lower, upper, method) : null;
}
