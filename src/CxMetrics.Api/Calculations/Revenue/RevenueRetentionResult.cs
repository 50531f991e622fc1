using System.ComponentModel;

namespace CxMetrics.Api.Calculations.Revenue;

/// <summary>How much revenue, and how many customers, were kept.</summary>
internal sealed record RevenueRetentionResult
{
    [Description(
        "What the customers of the start pay at the end, per 100 of what they paid; above 100 where expansion outweighs losses."
    )]
    public required CalculationResult NetRevenueRetention { get; init; }

    [Description("The same without expansion: never above 100.")]
    public required CalculationResult GrossRevenueRetention { get; init; }

    [Description("The share of the customers of the start who still pay at the end.")]
    public required CalculationResult CustomerRetention { get; init; }

    [Description("The sums behind the rates.")]
    public required RevenueMovements Movements { get; init; }
}
