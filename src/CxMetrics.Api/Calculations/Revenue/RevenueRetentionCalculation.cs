using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Revenue;

[Description(
    "Net and gross revenue retention and customer retention of the customers who paid at the start; at most 1,000,000 customers. "
        + "The intervals describe the process that moves customers, also where all customers are given."
)]
internal sealed record RevenueRetentionCalculation : CalculationRequest
{
    [Required]
    [Description("Every customer once.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public IReadOnlyList<RevenueCustomer>? Customers { get; init; }

    [Description("Interval method of net revenue retention.")]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.NetRetention))]
    public string? Method { get; init; }
}
