using CxMetrics.Api.Results;
using CxMetrics.Calculation.Revenue;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.LifetimeValue;

internal static class ContractualClvCalculator
{
    public static ContractualClvResult? Calculate(ContractualClvCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        SimpleLifetimeValueMethod method = input.Method(request.Method, IntervalMethods.SimpleLifetimeValue);
        double longest = input.Number(
            "maximumLifetime",
            request.MaximumLifetime,
            NumberRange.Amount with
            {
                Minimum = 1,
            },
            SimpleLifetimeValue.DefaultMaximumLifetime
        );
        UncertainValue revenue = ReadRevenue(request, input);
        UncertainValue margin = ReadMargin(request, input);
        long? customers = ReadCustomers(request, input);
        ChurnCounts? churn = ReadChurn(request, customers, input);
        DiscountedClvResult? discounted = request.Discounted is { } discounting
            ? DiscountedClvCalculator.Calculate(
                discounting,
                Product(revenue, margin),
                customers,
                churn,
                confidence,
                input.Within("discounted")
            )
            : null;
        return input.Compute(
            "arpa",
            () =>
                new ContractualClvResult
                {
                    Simple = churn is { } counts
                        ? OpenResult.From(
                            SimpleLifetimeValue.FromChurn(
                                revenue,
                                margin,
                                counts.Customers,
                                counts.Churned,
                                longest,
                                confidence,
                                method
                            )
                        )
                        : null,
                    Discounted = discounted,
                }
        );
    }

    private static UncertainValue ReadRevenue(ContractualClvCalculation request, CalculationInput input)
    {
        int errors = input.Errors.Count;
        double value = input.Number("arpa", request.Arpa, NumberRange.Amount);
        double error = input.Number("arpaStandardError", request.ArpaStandardError, NumberRange.Amount, absent: 0);
        return input.Errors.Count == errors ? new UncertainValue(value, error) : default;
    }

    private static UncertainValue ReadMargin(ContractualClvCalculation request, CalculationInput input)
    {
        int errors = input.Errors.Count;
        double value = input.Number("margin", request.Margin, NumberRange.Fraction, absent: 1);
        double error = input.Number(
            "marginStandardError",
            request.MarginStandardError,
            NumberRange.Fraction,
            absent: 0
        );
        return input.Errors.Count == errors ? new UncertainValue(value, error) : default;
    }

    /// <summary>The customers of a period and those who left; null where only discounted payments were asked for.</summary>
    private static ChurnCounts? ReadChurn(ContractualClvCalculation request, long? customers, CalculationInput input)
    {
        if (!IsSimpleWanted(request))
        {
            return null;
        }

        long churned = input.Count("churned", request.Churned);
        if (churned > request.Customers)
        {
            input.Add("churned", FactErrorCodes.OutOfRange, $"{churned} have left; there were {customers}.");
        }

        return customers is { } known ? new ChurnCounts(known, churned) : null;
    }

    /// <summary>The customers behind the churn or behind a given curve; null where there is neither.</summary>
    private static long? ReadCustomers(ContractualClvCalculation request, CalculationInput input)
    {
        bool hasCurve = request.Discounted?.Survival is not null;
        if (!hasCurve && !IsSimpleWanted(request))
        {
            input.Refuse(
                "customers",
                request.Customers is not null,
                "customers goes with churned, or with discounted.survival."
            );
            return null;
        }

        long customers = input.Count("customers", request.Customers);
        if (hasCurve && request.Customers is 0)
        {
            input.Add("customers", FactErrorCodes.OutOfRange, "A curve is estimated from at least one customer.");
        }

        return customers;
    }

    private static bool IsSimpleWanted(ContractualClvCalculation request) =>
        request.Churned is not null || request.Discounted is null;

    /// <summary>Revenue times margin, taken as independent.</summary>
    private static UncertainValue Product(UncertainValue revenue, UncertainValue margin) =>
        new(
            revenue.Value * margin.Value,
            double.Hypot(revenue.Value * margin.StandardError, margin.Value * revenue.StandardError)
        );
}
