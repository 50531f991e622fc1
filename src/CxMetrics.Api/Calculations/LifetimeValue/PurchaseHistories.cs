using CxMetrics.Calculation.LifetimeValue;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.LifetimeValue;

/// <summary>The customers of a request, checked.</summary>
/// <param name="Customers">Their histories.</param>
/// <param name="HasSpend">Whether their spend was given.</param>
internal readonly record struct PurchaseHistories(CustomerHistory[] Customers, bool HasSpend)
{
    public static PurchaseHistories Read(IReadOnlyList<PurchaseHistory>? given, CalculationInput input)
    {
        if (!input.TakeRows("customers", given) || !input.HasEvery("customers", given!))
        {
            return new PurchaseHistories([], HasSpend: false);
        }

        bool hasSpend = given!.Any(customer => customer.MeanValue is not null);
        var customers = new CustomerHistory[given!.Count];
        for (int index = 0; index < customers.Length; index++)
        {
            PurchaseHistory customer = given[index];
            customers[index] = new CustomerHistory(
                customer.Frequency ?? 0,
                customer.Recency ?? 0,
                customer.Age ?? 0,
                customer.MeanValue ?? 0
            );
            if (!IsRight(customer, hasSpend))
            {
                Explain(customer, hasSpend, input.Within($"customers[{index}]"));
                break;
            }
        }

        return new PurchaseHistories(customers, hasSpend);
    }

    /// <summary>All numbers, column by column.</summary>
    public IEnumerable<double[]> Columns() =>
        [
            Array.ConvertAll(Customers, customer => (double)customer.Frequency),
            Array.ConvertAll(Customers, customer => customer.Recency),
            Array.ConvertAll(Customers, customer => customer.Age),
            Array.ConvertAll(Customers, customer => customer.MonetaryValue),
        ];

    private static bool IsRight(PurchaseHistory customer, bool hasSpend) =>
        customer is { Frequency: >= 0 and { } frequency, Recency: { } recency, Age: { } age }
        && NumberRange.Duration.Contains(recency)
        && NumberRange.Duration.Contains(age)
        && NumberRange.NotNegative.Contains(customer.MeanValue ?? 0)
        && recency <= age
        && (frequency > 0 || !(recency > 0))
        && (frequency == 0 || !hasSpend || customer.MeanValue is not null);

    private static void Explain(PurchaseHistory customer, bool hasSpend, CalculationInput input)
    {
        long frequency = input.Count("frequency", customer.Frequency);
        double recency = input.Number("recency", customer.Recency, NumberRange.Duration);
        double age = input.Number("age", customer.Age, NumberRange.Duration);
        input.Number("meanValue", customer.MeanValue, NumberRange.NotNegative, absent: 0);
        if (recency > age)
        {
            input.Add("recency", FactErrorCodes.OutOfRange, "A recency is not above the age.");
        }

        if (frequency == 0 && recency > 0)
        {
            input.Add("recency", FactErrorCodes.OutOfRange, "Without a repeat purchase the recency is 0.");
        }

        if (frequency > 0 && hasSpend && customer.MeanValue is null)
        {
            input.Add(
                "meanValue",
                FactErrorCodes.Required,
                "Every customer with a repeat purchase has a mean value, or none has."
            );
        }
    }
}
