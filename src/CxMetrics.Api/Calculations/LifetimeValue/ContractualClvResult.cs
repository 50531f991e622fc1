using System.ComponentModel;

namespace CxMetrics.Api.Calculations.LifetimeValue;

/// <summary>Lifetime values of customers with a contract, in the currency of the revenue.</summary>
internal sealed record ContractualClvResult
{
    [Description(
        "Revenue × margin ÷ churn rate; null without `churned`. When nobody has left there is no value and no upper limit."
    )]
    public required OpenResult? Simple { get; init; }

    [Description("The discounted value; null when it was not asked for.")]
    public required DiscountedClvResult? Discounted { get; init; }
}
