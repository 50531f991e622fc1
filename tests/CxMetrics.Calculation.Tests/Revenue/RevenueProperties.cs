using CxMetrics.Calculation.Revenue;
using CxMetrics.Calculation.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class RevenueProperties
{
    private static readonly Func<double[], double[], double, Estimate>[] Rates =
    [
        .. Enum.GetValues<NetRetentionIntervalMethod>()
            .Select<NetRetentionIntervalMethod, Func<double[], double[], double, Estimate>>(method =>
                (start, end, level) => NetRevenueRetention.FromAccounts(start, end, level, method)
            ),
        .. Enum.GetValues<GrossRetentionIntervalMethod>()
            .Select<GrossRetentionIntervalMethod, Func<double[], double[], double, Estimate>>(method =>
                (start, end, level) => GrossRevenueRetention.FromAccounts(start, end, level, method)
            ),
        (start, end, level) => RevenueChurn.Gross(start, end, level),
        (start, end, level) => RevenueChurn.Net(start, end, level),
        (start, end, level) => RevenueChurn.GrossFromMovements(start, end, level),
        (start, end, level) => RevenueChurn.NetCreditingReactivation(start, end, end, level),
        (start, end, level) => RenewalRate.Net(start, end, level),
    ];

    [Test]
    public void EveryRate_AnyAccounts_LiesInAnIntervalWithAWidth() =>
        ForAll(
            Accounts(),
            Generators.Levels(),
            (accounts, level) =>
            {
                foreach (Func<double[], double[], double, Estimate> rate in Rates)
                {
                    Estimate estimate = rate(accounts.Start, accounts.End, level.Value);
                    estimate.ShouldBeSound(-double.MaxValue, double.MaxValue, level.Value);
                    if (estimate.SampleSize > 0 && level.Value > 1e-3)
                    {
                        estimate.Interval!.Value.MarginOfError.Should().BePositive();
                    }
                }
            }
        );

    [Test]
    public void GrossRetention_AnyAccounts_IsAtMostOneAndAtMostTheNetOne() =>
        ForAll(
            Accounts(),
            accounts =>
            {
                Estimate gross = GrossRevenueRetention.FromAccounts(accounts.Start, accounts.End);
                Estimate net = NetRevenueRetention.FromAccounts(accounts.Start, accounts.End);
                gross.ShouldBeSound(0, 1, ConfidenceLevel.Default);
                (gross.Value ?? 0).Should().BeLessThanOrEqualTo((net.Value ?? 0) + 1e-15);
            }
        );

    [Test]
    public void Churn_AnyAccounts_IsOneMinusRetention() =>
        ForAll(
            Accounts(),
            accounts =>
            {
                Complements(
                    RevenueChurn.Net(accounts.Start, accounts.End),
                    NetRevenueRetention.FromAccounts(accounts.Start, accounts.End)
                );
                Complements(
                    RevenueChurn.Gross(accounts.Start, accounts.End),
                    GrossRevenueRetention.FromAccounts(accounts.Start, accounts.End)
                );
            }
        );

    [Test]
    public void EveryRate_OtherUnitOfMoney_StaysAsItIs() =>
        ForAll(
            Accounts(),
            Gen.Elements(1e-9, 0.01, 1 / 3.0, 7.0, 1e12).ToArbitrary(),
            (accounts, unit) =>
            {
                double[] start = [.. accounts.Start.Select(amount => amount * unit)];
                double[] end = [.. accounts.End.Select(amount => amount * unit)];
                foreach (Func<double[], double[], double, Estimate> rate in Rates)
                {
                    Same(rate(start, end, 0.9), rate(accounts.Start, accounts.End, 0.9));
                }
            }
        );

    [Test]
    public void EveryRate_OtherOrderOfAccounts_StaysAsItIs() =>
        ForAll(
            Accounts(),
            accounts =>
            {
                double[] start = [.. accounts.Start.Reverse()];
                double[] end = [.. accounts.End.Reverse()];
                foreach (Func<double[], double[], double, Estimate> rate in Rates)
                {
                    Same(rate(start, end, 0.9), rate(accounts.Start, accounts.End, 0.9));
                }
            }
        );

    [Test]
    public void EveryRate_HigherLevel_WidensTheIntervalOfTheSameMethod() =>
        ForAll(
            Accounts(),
            Generators.Levels(),
            Generators.Levels(),
            (accounts, one, other) =>
            {
                double low = Math.Min(one.Value, other.Value);
                double high = Math.Max(one.Value, other.Value);
                foreach (Func<double[], double[], double, Estimate> rate in Rates)
                {
                    ConfidenceInterval? narrow = rate(accounts.Start, accounts.End, low).Interval;
                    ConfidenceInterval? wide = rate(accounts.Start, accounts.End, high).Interval;
                    if (narrow is { } inner && wide is { } outer && inner.Method == outer.Method)
                    {
                        outer.ShouldHold(inner);
                    }
                }
            }
        );

    [Test]
    public void QuickRatio_AnyAmounts_LiesInItsLimitsWhichWiden() =>
        ForAll(
            Accounts(),
            Generators.Levels(),
            Generators.Levels(),
            (amounts, one, other) =>
            {
                OpenEstimate narrow = QuickRatio.FromCustomers(
                    amounts.Start,
                    amounts.End,
                    Math.Min(one.Value, other.Value)
                );
                OpenEstimate wide = QuickRatio.FromCustomers(
                    amounts.Start,
                    amounts.End,
                    Math.Max(one.Value, other.Value)
                );
                (narrow.Lower ?? 0).Should().BeLessThanOrEqualTo(narrow.Value ?? double.MaxValue);
                (narrow.Upper ?? double.MaxValue).Should().BeGreaterThanOrEqualTo(narrow.Value ?? 0);
                (wide.Lower ?? 0).Should().BeLessThanOrEqualTo((narrow.Lower ?? 0) * (1 + 1e-12));
                (wide.Upper ?? double.MaxValue)
                    .Should()
                    .BeGreaterThanOrEqualTo((narrow.Upper ?? double.MaxValue) * (1 - 1e-12));
            }
        );

    [Test]
    public void QuickRatio_GainsAndLossesExchanged_IsTheReciprocal() =>
        ForAll(
            Accounts(),
            amounts =>
            {
                OpenEstimate ratio = QuickRatio.FromCustomers(amounts.Start, amounts.End);
                OpenEstimate inverse = QuickRatio.FromCustomers(amounts.End, amounts.Start);
                if (ratio.Value is > 0 && inverse.Value is > 0)
                {
                    (ratio.Value.Value * inverse.Value.Value).Should().BeApproximately(1, 1e-12);
                    (ratio.Lower!.Value * inverse.Upper!.Value).Should().BeApproximately(1, 1e-9);
                }
            }
        );

    private static void Complements(Estimate churn, Estimate retention)
    {
        churn.SampleSize.Should().Be(retention.SampleSize);
        if (churn.Value is not { } value)
        {
            return;
        }

        double scale = Math.Max(1, retention.Interval!.Value.Upper);
        value.Should().BeApproximately(1 - retention.Value!.Value, 1e-14 * scale);
        churn.Interval!.Value.Lower.Should().BeApproximately(1 - retention.Interval.Value.Upper, 1e-9 * scale);
        churn.Interval.Value.Upper.Should().BeApproximately(1 - retention.Interval.Value.Lower, 1e-9 * scale);
        churn.Interval.Value.Method.Should().Be(retention.Interval.Value.Method);
    }

    private static void Same(Estimate one, Estimate other)
    {
        one.SampleSize.Should().Be(other.SampleSize);
        one.Caveats.Should().Be(other.Caveats);
        one.Interval?.Method.Should().Be(other.Interval?.Method);
        Same(one.Value, other.Value);
        Same(one.Interval?.Lower, other.Interval?.Lower);
        Same(one.Interval?.Upper, other.Interval?.Upper);
    }

    private static void Same(double? one, double? other)
    {
        one.HasValue.Should().Be(other.HasValue);
        if (one is { } value)
        {
            value.Should().BeApproximately(other!.Value, 1e-8 * Math.Max(1, Math.Abs(value)));
        }
    }

    private static Arbitrary<AccountLists> Accounts() =>
        Gen.ListOf(
                from start in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 5), Gen.Choose(1, 100_000))
                from factor in Gen.Elements(0, 0, 50, 99, 100, 100, 100, 101, 150, 300)
                from gained in Gen.Elements(0, 0, 0, 17)
                select (Start: (double)start, End: (start * factor / 100.0) + gained)
            )
            .Select(accounts => new AccountLists(
                [.. accounts.Select(account => account.Start)],
                [.. accounts.Select(account => account.End)]
            ))
            .ToArbitrary();
}
