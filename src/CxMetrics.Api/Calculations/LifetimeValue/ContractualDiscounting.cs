using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;

namespace CxMetrics.Api.Calculations.LifetimeValue;

[Description(
    "Payments one period apart, each times the chance that it is made. The chances come from `survivors`, `cohorts` or `survival`; without any of them from `customers` and `churned`."
)]
internal sealed record ContractualDiscounting
{
    [Required]
    [Description(
        "The discount rate per period, 0 or more; above 0 with `survivors` and `cohorts`. 10 % a year are 0.00797 a month."
    )]
    public double? DiscountRate { get; init; }

    [Description(
        "The horizon as a number of payments, 1 to 100,000. Required but with `survival`, whose length it is there."
    )]
    [Range(1, DiscountedClvCalculator.MostPayments)]
    public int? Payments { get; init; }

    [Description(
        "When the first payment falls due. `now`: from everybody, the value of new customers. `afterOnePeriod`: from those retained over it, the value of customers who have just paid; not with `survivors` and `cohorts`."
    )]
    [KnownNames(typeof(DiscountedClvCalculator), nameof(DiscountedClvCalculator.FirstPayments))]
    public string? FirstPayment { get; init; }

    [Description("One cohort: its size, then how many were left after each period.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public long[]? Survivors { get; init; }

    [Description("Several cohorts in the same form, observed for as many periods as each has.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public IReadOnlyList<long[]>? Cohorts { get; init; }

    [Description("The chance, in percent, that each payment is made, not rising; 100 for one that is due now.")]
    [MaxLength(DiscountedClvCalculator.MostPayments)]
    public double[]? Survival { get; init; }

    [Description("The standard error of each, in percentage points: required with `survival`.")]
    [MaxLength(DiscountedClvCalculator.MostPayments)]
    public double[]? SurvivalStandardErrors { get; init; }
}
