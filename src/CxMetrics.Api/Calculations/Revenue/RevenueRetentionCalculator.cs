using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Api.Calculations.Revenue;

internal static class RevenueRetentionCalculator
{
    public static RevenueRetentionResult? Calculate(RevenueRetentionCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        NetRetentionIntervalMethod method = input.Method(request.Method, IntervalMethods.NetRetention);
        (double[] start, double[] end) = ReadCustomers(request.Customers, input);
        return input.Compute("customers", () => Retention(start, end, confidence, method));
    }

    private static RevenueRetentionResult Retention(
        double[] start,
        double[] end,
        double confidence,
        NetRetentionIntervalMethod method
    )
    {
        (long customers, long kept) = CountKept(start, end);
        return new RevenueRetentionResult
        {
            NetRevenueRetention = CalculationResult.From(
                NetRevenueRetention.FromAccounts(start, end, confidence, method).ToPercent(),
                Units.Percent
            ),
            GrossRevenueRetention = CalculationResult.From(
                GrossRevenueRetention.FromAccounts(start, end, confidence).ToPercent(),
                Units.Percent
            ),
            CustomerRetention = CalculationResult.From(
                LogoRetention.FromCounts(customers, customers - kept, confidence).ToPercent(),
                Units.Percent,
                Breakdowns.Retained(kept, customers)
            ),
            Movements = RevenueMovements.Of(start, end),
        };
    }

    private static (long Customers, long Kept) CountKept(double[] start, double[] end)
    {
        long customers = 0;
        long kept = 0;
        for (int index = 0; index < start.Length; index++)
        {
            if (start[index] > 0)
            {
                customers++;
                kept += end[index] > 0 ? 1 : 0;
            }
        }

        return (customers, kept);
    }

    private static (double[] Start, double[] End) ReadCustomers(
        IReadOnlyList<RevenueCustomer>? given,
        CalculationInput input
    )
    {
        if (!input.TakeRows("customers", given) || !input.HasEvery("customers", given!))
        {
            return ([], []);
        }

        double[] start = new double[given!.Count];
        double[] end = new double[given.Count];
        for (int index = 0; index < start.Length; index++)
        {
            if (
                given[index] is not { Start: { } before, End: { } after }
                || !NumberRange.NotNegative.Contains(before)
                || !NumberRange.NotNegative.Contains(after)
            )
            {
                CalculationInput customer = input.Within($"customers[{index}]");
                customer.Number("start", given[index].Start, NumberRange.NotNegative);
                customer.Number("end", given[index].End, NumberRange.NotNegative);
                break;
            }

            start[index] = before;
            end[index] = after;
        }

        return (start, end);
    }
}
