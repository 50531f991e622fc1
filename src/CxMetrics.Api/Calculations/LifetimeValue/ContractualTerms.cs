using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Api.Calculations.LifetimeValue;

/// <summary>Discount rate, horizon and first payment, as they were read.</summary>
internal readonly record struct ContractualTerms(double DiscountRate, int Payments, FirstPayment FirstPayment);
