using System.Globalization;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class RevenuePageTests
{
    private static WorkedPage Page { get; } =
        new(
            DocsFolder.PathOf("calculation", "revenue.md"),
            new Dictionary<string, Func<WorkedNumber, Dictionary<string, object>>>(StringComparer.Ordinal)
            {
                ["churn"] = Churn,
                ["revenue-retention"] = RevenueRetention,
                ["quick-ratio"] = Quick,
                ["clv-simple"] = SimpleValue,
                ["shifted-beta-geometric"] = Model,
            }
        );

    public static IEnumerable<string> Metrics() => Page.Metrics;

    [TestCaseSource(nameof(Metrics))]
    public void WorkedNumbers_OfThePage_AreWhatTheLibraryComputes(string metric) => Page.ShouldAgreeOn(metric);

    [Test]
    public void Page_WorkedNumbers_AreAllRecomputed() => Page.ShouldHaveNoOtherBlocks();

    private static Dictionary<string, object> Churn(WorkedNumber worked)
    {
        Estimate churn = LogoChurn.FromCounts(worked.Count("opening"), worked.Count("lost"), worked.Level);
        Estimate year = LogoChurn.Annualized(churn);
        OpenEstimate lifetime = LogoChurn.ExpectedLifetime(churn);
        return new()
        {
            ["method"] = churn.Interval!.Value.Method,
            ["value"] = 100 * churn.Value!.Value,
            ["lower"] = 100 * churn.Interval.Value.Lower,
            ["upper"] = 100 * churn.Interval.Value.Upper,
            ["annualized"] = 100 * year.Value!.Value,
            ["annualized lower"] = 100 * year.Interval!.Value.Lower,
            ["annualized upper"] = 100 * year.Interval.Value.Upper,
            ["lifetime"] = lifetime.Value!.Value,
            ["lifetime lower"] = lifetime.Lower!.Value,
            ["lifetime upper"] = lifetime.Upper!.Value,
        };
    }

    private static Dictionary<string, object> RevenueRetention(WorkedNumber worked)
    {
        double[] start = Numbers(worked, "start");
        double[] end = Numbers(worked, "end");
        double[] back = Numbers(worked, "reactivated");
        Estimate net = NetRevenueRetention.FromAccounts(start, end, worked.Level);
        Estimate gross = GrossRevenueRetention.FromAccounts(start, end, worked.Level);
        return new()
        {
            ["nrr method"] = net.Interval!.Value.Method,
            ["nrr"] = 100 * net.Value!.Value,
            ["nrr lower"] = 100 * net.Interval.Value.Lower,
            ["nrr upper"] = 100 * net.Interval.Value.Upper,
            ["grr method"] = gross.Interval!.Value.Method,
            ["grr"] = 100 * gross.Value!.Value,
            ["grr lower"] = 100 * gross.Interval.Value.Lower,
            ["grr upper"] = 100 * gross.Interval.Value.Upper,
            ["gross churn"] = 100 * RevenueChurn.Gross(start, end).Value!.Value,
            ["net churn"] = 100 * RevenueChurn.Net(start, end).Value!.Value,
            ["net churn crediting reactivation"] =
                100 * RevenueChurn.NetCreditingReactivation(start, end, back).Value!.Value,
        };
    }

    private static Dictionary<string, object> Quick(WorkedNumber worked)
    {
        double[] gains = Numbers(worked, "gains");
        double[] losses = Numbers(worked, "losses");
        double[] without = [.. gains.Zip(Numbers(worked, "reactivations"), (all, back) => all - back)];
        OpenEstimate ratio = QuickRatio.FromCustomers(gains, losses, worked.Level);
        return new()
        {
            ["method"] = ratio.Method!,
            ["value"] = ratio.Value!.Value,
            ["lower"] = ratio.Lower!.Value,
            ["upper"] = ratio.Upper!.Value,
            ["without reactivation"] = QuickRatio.FromCustomers(without, losses).Value!.Value,
        };
    }

    private static Dictionary<string, object> SimpleValue(WorkedNumber worked)
    {
        OpenEstimate value = SimpleLifetimeValue.FromChurn(
            new(Numbers(worked, "revenue")[0], Numbers(worked, "revenue standard error")[0]),
            new(Numbers(worked, "margin")[0], Numbers(worked, "margin standard error")[0]),
            worked.Count("customers"),
            worked.Count("lost"),
            level: worked.Level
        );
        return new()
        {
            ["method"] = value.Method!,
            ["value"] = value.Value!.Value,
            ["lower"] = value.Lower!.Value,
            ["upper"] = value.Upper!.Value,
        };
    }

    private static Dictionary<string, object> Model(WorkedNumber worked)
    {
        long[] survivors = [.. Numbers(worked, "survivors").Select(count => (long)count)];
        double discount = Numbers(worked, "discount")[0];
        ShiftedBetaGeometric model = ShiftedBetaGeometric.FromSurvivors(survivors).Model!;
        Estimate survival = model.Survival(12, worked.Level);
        Estimate lifetime = model.DiscountedExpectedLifetime(discount, level: worked.Level);
        return new()
        {
            ["method"] = survival.Interval!.Value.Method,
            ["alpha"] = model.Alpha,
            ["beta"] = model.Beta,
            ["survival after 12"] = 100 * survival.Value!.Value,
            ["survival lower"] = 100 * survival.Interval.Value.Lower,
            ["survival upper"] = 100 * survival.Interval.Value.Upper,
            ["lifetime"] = lifetime.Value!.Value,
            ["lifetime lower"] = lifetime.Interval!.Value.Lower,
            ["lifetime upper"] = lifetime.Interval.Value.Upper,
            ["residual after 4 renewals"] = model.DiscountedExpectedResidualLifetime(discount, 4).Value!.Value,
        };
    }

    private static double[] Numbers(WorkedNumber worked, string key) =>
        [.. worked[key].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
