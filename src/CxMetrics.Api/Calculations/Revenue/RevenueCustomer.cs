using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CxMetrics.Api.Calculations.Revenue;

[Description("What a customer paid per period at the start and at the end, in one currency.")]
internal sealed record RevenueCustomer
{
    [Required]
    [Description("At the start, 0 or more. 0 for a new or returned customer, who is outside the retention rates.")]
    public double? Start { get; init; }

    [Required]
    [Description("At the end, 0 or more. 0 for a customer who has left.")]
    public double? End { get; init; }
}
