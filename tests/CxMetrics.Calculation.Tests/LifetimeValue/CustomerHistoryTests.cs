using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

public sealed class CustomerHistoryTests
{
    private static readonly CustomerHistory Good = new(2, 3, 10, 20);

    public static IEnumerable<CustomerHistory> Impossible() =>
        [
            Good with
            {
                Frequency = -1,
            },
            Good with
            {
                Recency = -1,
            },
            Good with
            {
                Recency = double.NaN,
            },
            Good with
            {
                Recency = 11,
            },
            Good with
            {
                Age = double.NaN,
            },
            Good with
            {
                Age = double.PositiveInfinity,
            },
            Good with
            {
                Age = 2e300,
            },
            Good with
            {
                Age = -1,
                Recency = -2,
            },
            Good with
            {
                Frequency = 0,
            },
            Good with
            {
                MonetaryValue = -0.01,
            },
            Good with
            {
                MonetaryValue = double.NaN,
            },
        ];

    [TestCaseSource(nameof(Impossible))]
    public void Span_WithAnImpossibleRow_IsRefusedWithItsRow(CustomerHistory row)
    {
        CustomerHistory[] customers = [Good, Good, row];
        Action[] calls =
        [
            () => BgNbd.Fit(customers),
            () => ParetoNbd.Fit(customers),
            () => GammaGamma.Fit(customers),
            () => CustomerLifetimeValue.Fit(customers, LifetimeValueTerms.Monthly(1)),
            () => new BgNbd(1, 1, 1, 1).ExpectedPurchases(customers, 1, new double[3]),
            () => new ParetoNbd(1, 1, 1, 1).ExpectedPurchases(customers, 1, new double[3]),
            () => Values().Values(customers, new double?[3]),
        ];
        foreach (Action call in calls)
        {
            call.Should().Throw<ArgumentException>().WithParameterName("customers").WithMessage("Row 2: *");
        }
    }

    [TestCaseSource(nameof(Impossible))]
    public void Customer_ThatCannotBe_IsRefused(CustomerHistory customer)
    {
        BgNbd purchases = new(1, 1, 1, 1);
        ParetoNbd pareto = new(1, 1, 1, 1);
        GammaGamma spend = new(2, 2, 2);
        Action[] calls =
        [
            () => purchases.LogLikelihood(customer),
            () => purchases.ProbabilityAlive(customer),
            () => purchases.ExpectedPurchases(customer, 1),
            () => purchases.FuturePurchases(customer, 1),
            () => pareto.LogLikelihood(customer),
            () => pareto.ProbabilityAlive(customer),
            () => pareto.ExpectedPurchases(customer, 1),
            () => pareto.DiscountedResidualTransactions(customer, 0.1),
            () => spend.LogLikelihood(customer),
            () => spend.ExpectedSpend(customer),
            () => Values().Value(customer),
            () => Values().Predict(customer),
        ];
        foreach (Action call in calls)
        {
            call.Should().Throw<ArgumentException>().WithParameterName(nameof(customer));
        }
    }

    private static LifetimeValueModel Values() =>
        new(new BgNbd(1, 1, 1, 1), new GammaGamma(2, 2, 2), LifetimeValueTerms.Monthly(1));
}
