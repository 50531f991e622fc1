using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Api.Calculations.LifetimeValue;

/// <summary>The value of the payments to be expected up to a horizon.</summary>
internal sealed record DiscountedClvResult : OpenResult
{
    [SetsRequiredMembers]
    internal DiscountedClvResult(OpenResult value, string model, ContractualTerms terms)
        : base(value)
    {
        Model = model;
        DiscountRate = terms.DiscountRate;
        Payments = terms.Payments;
        FirstPayment = terms.FirstPayment;
        Parameters = [];
    }

    [Description("Where the chances came from: `shiftedBetaGeometric`, `survival` or `constantRetention`.")]
    [JsonPropertyOrder(1)]
    public required string Model { get; init; }

    [Description("The discount rate per period.")]
    [JsonPropertyOrder(1)]
    public required double DiscountRate { get; init; }

    [Description("The horizon as a number of payments.")]
    [JsonPropertyOrder(1)]
    public required int Payments { get; init; }

    [Description("When the first payment falls due.")]
    [JsonPropertyOrder(1)]
    public required FirstPayment FirstPayment { get; init; }

    [Description(
        "shiftedBetaGeometric: alpha and beta of the distribution of churn probabilities. Empty for other models, and when it was not fitted."
    )]
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<ParameterResult> Parameters { get; init; }

    [Description("Why the shifted beta-geometric model has no parameters; null when it has, and for other models.")]
    [JsonPropertyOrder(1)]
    public required NotFittedResult? NotFitted { get; init; }
}
