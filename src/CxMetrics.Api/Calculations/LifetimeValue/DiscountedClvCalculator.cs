using CxMetrics.Api.Hosting;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Revenue;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.LifetimeValue;

internal static class DiscountedClvCalculator
{
    public const int MostPayments = 100_000;

    /// <summary>The value of new customers first: all models have it.</summary>
    public static KnownNames<FirstPayment> FirstPayments { get; } =
        new([FirstPayment.Now, FirstPayment.AfterOnePeriod], EnumNames.CamelCase);

    /// <summary>The discounted value; null when something is wrong with what it is made from.</summary>
    /// <param name="request">What to discount, and how.</param>
    /// <param name="marginPerPeriod">What a customer brings per period.</param>
    /// <param name="customers">The customers that a given curve was estimated from.</param>
    /// <param name="churn">The churn of one period, for a constant retention rate.</param>
    /// <param name="confidence">The two-sided confidence level.</param>
    /// <param name="input">Checks the members of <paramref name="request"/>.</param>
    public static DiscountedClvResult? Calculate(
        ContractualDiscounting request,
        UncertainValue marginPerPeriod,
        long? customers,
        ChurnCounts? churn,
        double confidence,
        CalculationInput input
    )
    {
        double rate = input.Number("discountRate", request.DiscountRate, NumberRange.NotNegative);
        FirstPayment first = input.Choice("firstPayment", request.FirstPayment, FirstPayments);
        if (GivenForms(request) > 1)
        {
            input.Add("survivors", FactErrorCodes.TooMany, "Give survivors, cohorts or survival, one of them.");
            return null;
        }

        if (request.Survival is not null)
        {
            return OfCurve(request, marginPerPeriod, customers, rate, first, confidence, input);
        }

        int payments = ReadPayments(request, input);
        var terms = new ContractualTerms(rate, payments, first);
        return request.Survivors is null && request.Cohorts is null
            ? OfConstantRetention(marginPerPeriod, churn, terms, confidence, input)
            : OfCohorts(request, marginPerPeriod, terms, confidence, input);
    }

    private static int GivenForms(ContractualDiscounting request) =>
        (request.Survivors is null ? 0 : 1) + (request.Cohorts is null ? 0 : 1) + (request.Survival is null ? 0 : 1);

    private static int ReadPayments(ContractualDiscounting request, CalculationInput input)
    {
        if (request.Payments is null)
        {
            input.AddMissing("payments");
        }

        return input.WholeNumber("payments", request.Payments, 1, MostPayments, absent: 1);
    }

    private static DiscountedClvResult? OfConstantRetention(
        UncertainValue marginPerPeriod,
        ChurnCounts? churn,
        ContractualTerms terms,
        double confidence,
        CalculationInput input
    )
    {
        if (churn is not { } counts)
        {
            input.Add(
                "survivors",
                FactErrorCodes.Required,
                "Give survivors, cohorts or survival here, or customers and churned beside it."
            );
            return null;
        }

        return input.Compute(
            "discountRate",
            () =>
                new DiscountedClvResult(
                    OpenResult.From(
                        DiscountedLifetimeValue.FromRetention(
                            marginPerPeriod,
                            counts.Customers,
                            counts.Churned,
                            terms.DiscountRate,
                            terms.FirstPayment,
                            terms.Payments,
                            confidence
                        )
                    ),
                    "constantRetention",
                    terms
                )
        );
    }

    private static DiscountedClvResult? OfCurve(
        ContractualDiscounting request,
        UncertainValue marginPerPeriod,
        long? customers,
        double rate,
        FirstPayment first,
        double confidence,
        CalculationInput input
    )
    {
        double[] survival = ReadSurvival(request, input);
        double[] errors = ReadErrors(request, survival.Length, input);
        return input.Compute(
            "discountRate",
            () =>
                new DiscountedClvResult(
                    OpenResult.From(
                        DiscountedLifetimeValue.FromSurvival(
                            marginPerPeriod,
                            ToShares(survival),
                            ToShares(errors),
                            customers!.Value,
                            rate,
                            first,
                            confidence
                        )
                    ),
                    "survival",
                    new ContractualTerms(rate, survival.Length, first)
                )
        );
    }

    private static DiscountedClvResult? OfCohorts(
        ContractualDiscounting request,
        UncertainValue marginPerPeriod,
        ContractualTerms terms,
        double confidence,
        CalculationInput input
    )
    {
        if (!(terms.DiscountRate > 0))
        {
            input.Add("discountRate", FactErrorCodes.OutOfRange, "With survivors or cohorts it is above 0.");
        }

        if (terms.FirstPayment != FirstPayment.Now)
        {
            input.Add("firstPayment", FactErrorCodes.OutOfRange, "With survivors or cohorts it is now.");
        }

        long[][] cohorts = ReadCohorts(request, input);
        return input.Compute(
            "discountRate",
            () =>
            {
                FitOutcome<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.FromCohorts(cohorts);
                Estimate lifetime = fit.IsFitted
                    ? fit.Model.DiscountedExpectedLifetime(terms.DiscountRate, terms.Payments, confidence)
                    : Estimate.None with
                    {
                        SampleSize = cohorts.Sum(cohort => cohort[0]),
                    };
                return new DiscountedClvResult(
                    OpenResult.From(DiscountedLifetimeValue.FromLifetime(marginPerPeriod, lifetime)),
                    "shiftedBetaGeometric",
                    terms
                )
                {
                    Parameters = ParametersOf(fit),
                    NotFitted = NotFittedResult.From(fit),
                };
            }
        );
    }

    private static ParameterResult[] ParametersOf(FitOutcome<ShiftedBetaGeometric> fit) =>
        fit.IsFitted
            ?
            [
                new ParameterResult("alpha", fit.Model.Alpha, fit.Model.AlphaStandardError, null),
                new ParameterResult("beta", fit.Model.Beta, fit.Model.BetaStandardError, null),
            ]
            : [];

    private static double[] ReadSurvival(ContractualDiscounting request, CalculationInput input)
    {
        input.Refuse("payments", request.Payments is not null, "With survival its length is the number of payments.");
        double[] survival = input.Numbers("survival", request.Survival, NumberRange.Percent);
        if (survival.Length == 0)
        {
            input.AddMissing("survival[0]");
        }

        input.AtMost("survival", survival.Length, MostPayments, "payments");
        for (int index = 1; index < survival.Length; index++)
        {
            if (survival[index] > survival[index - 1])
            {
                input.Add($"survival[{index}]", FactErrorCodes.OutOfRange, "A survival curve does not rise.");
                break;
            }
        }

        return survival;
    }

    private static double[] ReadErrors(ContractualDiscounting request, int payments, CalculationInput input)
    {
        input.Member("survivalStandardErrors", request.SurvivalStandardErrors);
        return input.NumberPerRow(
                "survivalStandardErrors",
                request.SurvivalStandardErrors,
                "survival",
                payments,
                NumberRange.Percent
            ) ?? [];
    }

    private static double[] ToShares(double[] percent) => Array.ConvertAll(percent, number => number / Units.PerOne);

    private static long[][] ReadCohorts(ContractualDiscounting request, CalculationInput input)
    {
        if (request.Cohorts is not { } cohorts)
        {
            CheckCohort("survivors", request.Survivors!, input);
            return [request.Survivors!];
        }

        if (cohorts.Count == 0)
        {
            input.AddMissing("cohorts[0]");
        }

        if (input.HasEvery("cohorts", cohorts))
        {
            for (int index = 0; index < cohorts.Count; index++)
            {
                CheckCohort($"cohorts[{index}]", cohorts[index], input);
            }
        }

        return [.. cohorts];
    }

    private static void CheckCohort(string member, long[] survivors, CalculationInput input)
    {
        if (survivors.Length == 0)
        {
            input.AddMissing($"{member}[0]");
            return;
        }

        input.Counts(member, survivors);
        for (int index = 1; index < survivors.Length; index++)
        {
            if (survivors[index] > survivors[index - 1])
            {
                input.Add($"{member}[{index}]", FactErrorCodes.OutOfRange, "Survivors do not become more.");
                return;
            }
        }
    }
}
