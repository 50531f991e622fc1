using System.Globalization;
using CxMetrics.Calculation.LifetimeValue;
using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Tests.Reference;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

public sealed class PurchaseSummaryTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);
    private static readonly DateOnly End = new(2026, 3, 1);

    [Test]
    public void FromOrders_None_IsEmpty()
    {
        PurchaseSummary summary = PurchaseSummary.FromOrders([], End);
        summary.Customers.Length.Should().Be(0);
        summary.Histories.Length.Should().Be(0);
    }

    [Test]
    public void FromOrders_One_IsACustomerWithoutARepeatPurchase() =>
        Of(Order(1, 0, 10)).Should().Equal(new CustomerHistory(0, 0, 59));

    [Test]
    public void FromOrders_SeveralOnOneDay_AreOnePurchase() =>
        Of(Order(1, 0, 10), Order(1, 7, 2), Order(1, 7, 4), Order(1, 0, 1), Order(1, 21, 10))
            .Should()
            .Equal(new CustomerHistory(2, 21, 59, 8));

    [Test]
    public void FromOrders_Weeks_DivideDaysBySeven()
    {
        PurchaseOrder[] orders = [Order(1, 0, 10), Order(1, 7, 2)];
        PurchaseSummary summary = PurchaseSummary.FromOrders(orders, End, daysPerUnit: 7);
        summary.Histories[0].Should().Be(new CustomerHistory(1, 1, 59 / 7.0, 2));
    }

    [Test]
    public void FromOrders_DayTakenBack_IsNoPurchase()
    {
        PurchaseOrder[] orders =
        [
            Order(1, 0, 19.99m),
            Order(1, 0, 5.01m),
            Order(1, 0, -25),
            Order(1, 3, 10),
            Order(1, 9, 20),
            Order(1, 9, -5),
            Order(2, 0, 10),
            Order(2, 0, -10),
        ];
        PurchaseSummary summary = PurchaseSummary.FromOrders(orders, End);
        summary.Customers.ToArray().Should().Equal(1);
        summary.Histories[0].Should().Be(new CustomerHistory(1, 6, 56, 15));
        summary.RefundedDays.Should().Be(2);
    }

    [Test]
    public void FromOrders_FreeOrder_IsAPurchase() =>
        Of(Order(1, 0, 0), Order(1, 5, 0), Order(1, 9, 3)).Should().Equal(new CustomerHistory(2, 9, 59, 1.5));

    [Test]
    public void FromOrders_AfterTheEnd_AreLeftOutAndCounted()
    {
        PurchaseOrder[] orders = [Order(1, 0, 1), Order(1, 59, 2), Order(1, 60, 4), Order(2, 60, 4)];
        PurchaseSummary summary = PurchaseSummary.FromOrders(orders, End);
        summary.Histories.ToArray().Should().Equal(new CustomerHistory(1, 59, 59, 2));
        summary.LaterOrders.Should().Be(2);
    }

    [Test]
    public void FromOrders_AnyOrderOfRows_IsTheSame()
    {
        PurchaseOrder[] orders =
        [
            .. Enumerable.Range(0, 500).Select(i => Order(i * 7 % 40, i * 13 % 59, (i % 17) - 2)),
        ];
        CustomerHistory[] histories = Of(orders);
        new RandomStreamSource(3).Shuffle(orders);
        Of(orders).Should().Equal(histories);
        histories.Should().OnlyContain(history => history.Recency <= history.Age && history.MonetaryValue >= 0);
    }

    [Test]
    public void FromOrders_ImpossibleArguments_AreRefused()
    {
        Action amount = () => Of(Order(1, 0, 1), Order(1, 0, 2_000_000_000_000_000_000));
        Action unit = () => PurchaseSummary.FromOrders([], End, 0);
        amount.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("orders").WithMessage("Row 1: *");
        unit.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("daysPerUnit");
        Action shortest = () => PurchaseSummary.FromOrders([Order(1, 0, 5)], End, double.Epsilon);
        shortest.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("daysPerUnit");
    }

    [Test]
    public void FromOrders_OfTheCdnowSample_IsThePublishedSummary()
    {
        string path = DataFile.Require("orders-cdnow", "orders_sample.csv");
        PurchaseOrder[] orders = [.. File.ReadLines(path).Skip(1).Select(Parse)];
        PurchaseSummary summary = PurchaseSummary.FromOrders(orders, new DateOnly(1997, 9, 30), daysPerUnit: 7);
        summary.Customers.Length.Should().Be(2357);

        // The published summary lists its customers in another order and gives times and amounts with two decimals.
        CustomerHistory[] published = Ordered([.. DataFile.Cdnow().Select(row => row.History)]);
        CustomerHistory[] histories = Ordered(summary.Histories.ToArray());
        for (int row = 0; row < published.Length; row++)
        {
            histories[row].Frequency.Should().Be(published[row].Frequency);
            histories[row].Recency.Should().BeApproximately(published[row].Recency, 0.00501);
            histories[row].Age.Should().BeApproximately(published[row].Age, 0.00501);
            histories[row].MonetaryValue.Should().BeApproximately(published[row].MonetaryValue, 0.00501);
        }
    }

    private static CustomerHistory[] Ordered(IEnumerable<CustomerHistory> histories) =>
        [
            .. histories
                .OrderBy(history => history.Frequency)
                .ThenBy(history => Math.Round(history.Age, 2))
                .ThenBy(history => Math.Round(history.Recency, 2))
                .ThenBy(history => history.MonetaryValue),
        ];

    private static PurchaseOrder Parse(string line)
    {
        string[] fields = line.Split(',');
        return new PurchaseOrder(
            long.Parse(fields[0], CultureInfo.InvariantCulture),
            DateOnly.Parse(fields[1], CultureInfo.InvariantCulture),
            decimal.Parse(fields[3], CultureInfo.InvariantCulture)
        );
    }

    private static CustomerHistory[] Of(params PurchaseOrder[] orders) =>
        PurchaseSummary.FromOrders(orders, End).Histories.ToArray();

    private static PurchaseOrder Order(long customer, int day, decimal amount) =>
        new(customer, Start.AddDays(day), amount);
}
