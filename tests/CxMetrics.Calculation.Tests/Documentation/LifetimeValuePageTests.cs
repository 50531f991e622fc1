using System.Globalization;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class LifetimeValuePageTests
{
    [Test]
    public void WorkedNumber_OfThePage_IsWhatTheLibraryComputes()
    {
        string page = DocsFolder.PathOf("calculation", "lifetime-value.md");
        WorkedNumber worked = WorkedNumber.ReadAll(page).Should().ContainSingle().Which;
        double[] purchases = Numbers(worked["bgNbd"]);
        double[] spend = Numbers(worked["gammaGamma"]);
        double[] history = Numbers(worked["customer"]);
        BgNbd bgNbd = new(purchases[0], purchases[1], purchases[2], purchases[3]);
        CustomerHistory customer = new((int)history[0], history[1], history[2], history[3]);
        var terms = LifetimeValueTerms.Monthly(
            Numbers(worked["monthLength"])[0],
            (int)worked.Count("months"),
            Numbers(worked["annualRate"])[0]
        );
        LifetimeValueModel model = new(bgNbd, new GammaGamma(spend[0], spend[1], spend[2]), terms);

        CustomerPrediction prediction = model.Predict(customer, worked.Level);

        Check(worked, "probabilityAlive", prediction.ProbabilityAlive);
        Check(worked, "purchasesIn39Weeks", bgNbd.ExpectedPurchases(customer, 39));
        Check(worked, "spendPerPurchase", prediction.SpendPerPurchase!.Value);
        Check(worked, "value", prediction.DiscountedValue!.Value);
        Check(worked, "purchasesLower", prediction.PurchasesInterval.Lower);
        Check(worked, "purchasesUpper", prediction.PurchasesInterval.Upper);
        Check(worked, "valueUpper", prediction.ValueInterval.Upper);
        worked["method"].Should().Be(prediction.ValueInterval.Method);
    }

    private static void Check(WorkedNumber worked, string key, double value) =>
        worked[key].Should().Be(Printed.As(value, worked[key]), key);

    private static double[] Numbers(string text) =>
        [.. text.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
