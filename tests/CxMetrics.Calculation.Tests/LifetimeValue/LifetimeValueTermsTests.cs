using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

public sealed class LifetimeValueTermsTests
{
    [Test]
    public void Monthly_Defaults_AreThirtySixMonthsAtTenPercentAYear()
    {
        LifetimeValueTerms terms = LifetimeValueTerms.Monthly(4.345);
        terms.Periods.Should().Be(36);
        terms.Margin.Should().Be(1);
        terms.Timing.Should().Be(DiscountTiming.EndOfPeriod);
        terms.Horizon.Should().Be(36 * 4.345);
        Math.Pow(1 + terms.RatePerPeriod, 12).Should().BeApproximately(1.1, 1e-14);
    }

    [Test]
    public void Arguments_OutOfRange_AreRefused()
    {
        (Action Call, string Name)[] calls =
        [
            (() => LifetimeValueTerms.Monthly(0), "monthLength"),
            (() => LifetimeValueTerms.Monthly(double.NaN), "monthLength"),
            (() => LifetimeValueTerms.Monthly(1, months: 0), "months"),
            (() => LifetimeValueTerms.Monthly(1, months: 12_001), "months"),
            (() => LifetimeValueTerms.Monthly(1, annualRate: -0.1), "annualRate"),
            (() => LifetimeValueTerms.Monthly(1, annualRate: double.PositiveInfinity), "annualRate"),
            (() => LifetimeValueTerms.Monthly(1, margin: 0), "margin"),
            (() => LifetimeValueTerms.Monthly(1, margin: 1.1), "margin"),
            (() => LifetimeValueTerms.Monthly(1, timing: (DiscountTiming)7), "timing"),
            (() => LifetimeValueTerms.FromPeriods(0, 1, 0), "periods"),
            (() => LifetimeValueTerms.FromPeriods(1, -1, 0), "periodLength"),
            (() => LifetimeValueTerms.FromPeriods(1, 1, double.NaN), "ratePerPeriod"),
        ];
        foreach ((Action call, string name) in calls)
        {
            call.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
        }
    }
}
