using System.Globalization;
using System.Text.Json;
using CxMetrics.Calculation.Revenue;
using CxMetrics.Calculation.Tests.Reference;

namespace CxMetrics.Calculation.Tests.Revenue;

/// <summary>A public set of subscription periods, with monthly movements worked out elsewhere. Skipped by name where it is not at hand.</summary>
public sealed class MrrPlaybookTests
{
    [Test]
    public void PointToPointMovements_OfEveryMonth_AreThoseOfTheDataSet()
    {
        MrrLedger ledger = MrrLedger.FromChanges([.. Changes()]);
        JsonElement months = JsonElement.Parse(File.ReadAllBytes(PathOf("expected.json"))).GetProperty("months");
        months.EnumerateObject().Should().NotBeEmpty();
        foreach (JsonProperty month in months.EnumerateObject())
        {
            // The set looks at the first of each month: what took effect on that day is in.
            DateOnly first = Day(month.Name + "-01");
            MrrMovements movements = ledger.PointToPointMovements(first.AddMonths(-1).AddDays(1), first.AddDays(1));
            JsonElement change = month.Value.GetProperty("change");
            JsonElement customers = month.Value.GetProperty("customersByChange");
            movements.Closing.Should().Be(month.Value.GetProperty("mrr").GetDecimal(), month.Name);
            movements.ClosingCustomers.Should().Be(month.Value.GetProperty("activeCustomers").GetInt64(), month.Name);
            movements.New.Should().Be(Total("new"), month.Name);
            movements.Reactivation.Should().Be(Total("reactivation"), month.Name);
            movements.Expansion.Should().Be(Total("upgrade"), month.Name);
            movements.Contraction.Should().Be(Total("downgrade"), month.Name);
            movements.Churn.Should().Be(Total("churn"), month.Name);

            MrrMovementTotal Total(string name) =>
                new(customers.GetProperty(name).GetInt64(), Math.Abs(change.GetProperty(name).GetDecimal()));
        }
    }

    [Test]
    public void Rates_OfEveryMonth_AreThoseOfTheDataSet()
    {
        MrrLedger ledger = MrrLedger.FromChanges([.. Changes()]);
        foreach (
            JsonProperty month in JsonElement
                .Parse(File.ReadAllBytes(PathOf("expected.json")))
                .GetProperty("months")
                .EnumerateObject()
        )
        {
            DateOnly first = Day(month.Name + "-01");
            (DateOnly from, DateOnly to) = (first.AddMonths(-1).AddDays(1), first.AddDays(1));
            CustomerFlows flows = ledger.Flows(from, to);
            LogoCounts logos = ledger.Logos(from, to);
            Check(
                NetRevenueRetention.FromAccounts(flows.Start.Span, flows.End.Span).Value,
                month.Value.GetProperty("netRevenueRetention"),
                month.Name
            );
            Check(
                LogoChurn.FromCounts(logos.Opening, logos.Losses.Total).Value,
                month.Value.GetProperty("customerChurnShare"),
                month.Name
            );
        }
    }

    private static void Check(double? actual, JsonElement expected, string month)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            actual.Should().BeNull(month);
            return;
        }

        actual!.Value.Should().BeApproximately(expected.GetDouble(), 1e-6, month);
    }

    private static IEnumerable<SubscriptionChange> Changes()
    {
        foreach (string line in File.ReadLines(PathOf("subscription_periods.csv")).Skip(1))
        {
            string[] fields = line.Split(',');
            long subscription = long.Parse(fields[0], CultureInfo.InvariantCulture);
            long customer = long.Parse(fields[1], CultureInfo.InvariantCulture);
            decimal amount = decimal.Parse(fields[4], CultureInfo.InvariantCulture);
            yield return new(customer, subscription, Day(fields[2]), SubscriptionStatus.Active, amount);
            yield return new(customer, subscription, Day(fields[3]), SubscriptionStatus.Cancelled);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PathOf(string file) => DataFile.Require("subscriptions-mrr-playbook", file);
}
