namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>One order of one customer.</summary>
/// <param name="Customer">The customer, by any number that is the customer's own.</param>
/// <param name="Day">The day of the order in the reporting zone. A refund belongs on the day of the order that it takes back.</param>
/// <param name="Amount">The amount, within ±10¹⁸; negative for a refund, 0 for an order that was free.</param>
public readonly record struct PurchaseOrder(long Customer, DateOnly Day, decimal Amount);
