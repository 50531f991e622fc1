using System.ComponentModel;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Api.Calculations.LifetimeValue;

/// <summary>The BG/NBD model fitted to the customers.</summary>
internal sealed record PurchaseModelResult
{
    [Description("Customers.")]
    public required long N { get; init; }

    [Description("Those of them with a repeat purchase.")]
    public required long RepeatCustomers { get; init; }

    [Description("r, alpha, a and b; alpha is in the unit of the times.")]
    public required IReadOnlyList<ParameterResult> Parameters { get; init; }

    [Description("The log-likelihood at the maximum, all constants included.")]
    public required double LogLikelihood { get; init; }

    [Description("The expected purchases of all these customers together up to the horizon.")]
    public required CalculationResult TotalPurchases { get; init; }

    [Description("The expected repeat purchases of a new customer up to the horizon.")]
    public required CalculationResult PurchasesOfNewCustomer { get; init; }

    [Description(Results.Flags.Meanings)]
    public required IReadOnlyList<string> Flags { get; init; }

    public static PurchaseModelResult From(
        BgNbdFit fit,
        ReadOnlySpan<CustomerHistory> customers,
        double horizon,
        double confidence
    ) =>
        new()
        {
            N = fit.Customers,
            RepeatCustomers = fit.RepeatCustomers,
            Parameters =
            [
                .. fit.Parameters(confidence)
                    .Select(parameter => ParameterResult.From(parameter.Name, parameter.Estimate)),
            ],
            LogLikelihood = fit.LogLikelihood,
            TotalPurchases = CalculationResult.From(fit.TotalPurchases(customers, horizon, confidence), Units.Value),
            PurchasesOfNewCustomer = CalculationResult.From(fit.ExpectedPurchases(horizon, confidence), Units.Value),
            Flags = Results.Flags.Of(fit.Customers, fit.Caveats),
        };
}
