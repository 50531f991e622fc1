using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class DiscountedLifetimeValueTests
{
    private static readonly UncertainValue Money = new(100);

    [TestCase(FirstPayment.AfterOnePeriod, 266.6666666666667)]
    [TestCase(FirstPayment.Now, 366.6666666666667)]
    public void FromRetention_WorkedExample_HasThePublishedValue(FirstPayment firstPayment, double expected)
    {
        OpenEstimate value = DiscountedLifetimeValue.FromRetention(Money, 100, 20, 0.1, firstPayment);
        value.Value!.Value.Should().BeApproximately(expected, 1e-9);
    }

    [Test]
    public void FromRetention_Limits_AreThoseOfTheRateInTheFormula()
    {
        OpenEstimate value = DiscountedLifetimeValue.FromRetention(Money, 100, 20, 0.1, FirstPayment.AfterOnePeriod);
        ConfidenceInterval rate = LogoRetention.FromCounts(100, 20).Interval!.Value;
        value.Lower!.Value.Should().BeApproximately(100 * rate.Lower / (1.1 - rate.Lower), 1e-9);
        value.Upper!.Value.Should().BeApproximately(100 * rate.Upper / (1.1 - rate.Upper), 1e-9);
        // The slope of r/(1.1 − r) is 1.1/(1.1 − r)², and the standard error of r .04.
        value.StandardError!.Value.Should().BeApproximately(100 * 1.1 / 0.09 * 0.04, 1e-9);
        value.Method.Should().Be(IntervalMethodNames.LogSquareAndAdd);
    }

    [TestCase(FirstPayment.AfterOnePeriod)]
    [TestCase(FirstPayment.Now)]
    public void FromRetention_Horizon_IsTheSumOfItsPayments(FirstPayment firstPayment)
    {
        double first = firstPayment == FirstPayment.Now ? 0 : 1;
        double Sum(double r) => Enumerable.Range(0, 36).Sum(t => 100 * Math.Pow(r / 1.01, t + first));
        OpenEstimate value = DiscountedLifetimeValue.FromRetention(Money, 1000, 23, 0.01, firstPayment, 36);
        value.Value!.Value.Should().BeApproximately(Sum(0.977), 1e-9);
        double slope = (Sum(0.977 + 1e-6) - Sum(0.977 - 1e-6)) / 2e-6;
        double error = slope * Math.Sqrt(0.977 * 0.023 / 1000);
        value.StandardError!.Value.Should().BeApproximately(error, 1e-5 * error);
    }

    [Test]
    public void FromRetention_NobodyLostWithoutDiscount_HasALowerLimitOnly()
    {
        OpenEstimate value = DiscountedLifetimeValue.FromRetention(Money, 20, 0, 0, FirstPayment.Now);
        value.Value.Should().BeNull();
        value.Upper.Should().BeNull();
        value.StandardError.Should().BeNull();
        double rate = LogoRetention.FromCounts(20, 0).Interval!.Value.Lower;
        value.Lower!.Value.Should().BeApproximately(100 / (1 - rate), 1e-9);
    }

    [Test]
    public void FromRetention_NobodyKept_IsNothingOrTheFirstPayment()
    {
        OpenEstimate later = DiscountedLifetimeValue.FromRetention(Money, 20, 20, 0.1, FirstPayment.AfterOnePeriod);
        later.Value.Should().Be(0);
        later.Lower.Should().Be(0);
        later.Upper!.Value.Should().BePositive();
        DiscountedLifetimeValue.FromRetention(Money, 20, 20, 0.1, FirstPayment.Now).Value.Should().Be(100);
    }

    [Test]
    public void FromRetention_UncertainMargin_WidensTheLimits()
    {
        OpenEstimate known = DiscountedLifetimeValue.FromRetention(Money, 100, 20, 0.1, FirstPayment.Now);
        OpenEstimate uncertain = DiscountedLifetimeValue.FromRetention(new(100, 10), 100, 20, 0.1, FirstPayment.Now);
        uncertain.Value.Should().Be(known.Value);
        uncertain.Lower!.Value.Should().BeLessThan(known.Lower!.Value);
        uncertain.Upper!.Value.Should().BeGreaterThan(known.Upper!.Value);
        uncertain.StandardError!.Value.Should().BeGreaterThan(known.StandardError!.Value);
    }

    [Test]
    public void FromRetention_NoCustomersOrNoMoney_HasNoLimits()
    {
        DiscountedLifetimeValue.FromRetention(Money, 0, 0, 0.1, FirstPayment.Now).Should().Be(OpenEstimate.None);
        OpenEstimate nothing = DiscountedLifetimeValue.FromRetention(new(0), 10, 1, 0.1, FirstPayment.Now);
        nothing.Value.Should().Be(0);
        nothing.Interval.Should().BeNull();
        nothing.Method.Should().BeNull();
    }

    [Test]
    public void FromSurvival_StandardError_IsThatOfTheWholeCovariance()
    {
        double[] survival = [0.9, 0.8, 0.6, 0.6, 0.5];
        double[] errors = [0.03, 0.04, 0.049, 0.049, 0.051];
        double[] weights = [.. Enumerable.Range(1, 5).Select(t => Math.Pow(1.02, -t))];
        double variance = 0;
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < 5; j++)
            {
                int earlier = Math.Min(i, j);
                double relative = errors[earlier] / survival[earlier];
                variance += weights[i] * weights[j] * survival[i] * survival[j] * relative * relative;
            }
        }

        Estimate value = DiscountedLifetimeValue.FromSurvival(
            Money,
            survival,
            errors,
            100,
            0.02,
            FirstPayment.AfterOnePeriod
        );
        double expected = survival.Zip(weights, (s, w) => s * w).Sum();
        value.Value!.Value.Should().BeApproximately(100 * expected, 1e-10);
        value.StandardError!.Value.Should().BeApproximately(100 * Math.Sqrt(variance), 1e-10);
        IntervalLimits limits = LogitInterval.FromStandardError(expected, Math.Sqrt(variance), 0, weights.Sum());
        value.Interval!.Value.Lower.Should().BeApproximately(100 * limits.Lower, 1e-9);
        value.Interval.Value.Upper.Should().BeApproximately(100 * limits.Upper, 1e-9);
        value.Interval.Value.Method.Should().Be(IntervalMethodNames.LogitDelta);
        value.SampleSize.Should().Be(100);
    }

    [Test]
    public void FromSurvival_FirstPaymentNow_IsCertain()
    {
        Estimate value = DiscountedLifetimeValue.FromSurvival(
            Money,
            [1, 0.8, 0.5],
            [0, 0.04, 0.05],
            100,
            0.1,
            FirstPayment.Now
        );
        value.Value!.Value.Should().BeApproximately(100 * (1 + (0.8 / 1.1) + (0.5 / 1.21)), 1e-10);
    }

    [Test]
    public void FromSurvival_GeometricSurvival_IsTheClosedForm()
    {
        double[] survival = [.. Enumerable.Range(1, 10).Select(t => Math.Pow(0.8, t))];
        Estimate value = DiscountedLifetimeValue.FromSurvival(
            Money,
            survival,
            new double[10],
            5,
            0.1,
            FirstPayment.AfterOnePeriod
        );
        double? closed = new RetentionAnnuity(0.1, FirstPayment.AfterOnePeriod, 10).At(0.8);
        value.Value!.Value.Should().BeApproximately(100 * closed!.Value, 1e-10);
        value.Interval.Should().BeNull("standard errors of 0 say nothing about the spread");
    }

    [Test]
    public void FromSurvival_CurveThatReachesNothing_StopsThere()
    {
        Estimate value = DiscountedLifetimeValue.FromSurvival(Money, [0.5, 0, 0], [0.1, 0, 0], 10, 0, FirstPayment.Now);
        value.Value!.Value.Should().BeApproximately(50, 1e-12);
        value.StandardError!.Value.Should().BeApproximately(10, 1e-12);
        Estimate nothing = DiscountedLifetimeValue.FromSurvival(Money, [0, 0], [0, 0], 10, 0, FirstPayment.Now);
        nothing.Value.Should().Be(0);
        nothing.Interval.Should().BeNull();
    }

    [TestCase(1e-20)]
    [TestCase(1e-308)]
    [TestCase(double.Epsilon)]
    public void FromSurvival_CurveThatNearlyReachesNothing_HasAFiniteError(double last)
    {
        // The last payment adds no more than its own standard error of .02.
        Estimate value = DiscountedLifetimeValue.FromSurvival(
            Money,
            [1, 0.9, last],
            [0, 0.01, 0.02],
            1000,
            0,
            FirstPayment.Now
        );
        value.Value!.Value.Should().BeApproximately(190, 1e-9);
        value.StandardError!.Value.Should().BeInRange(1, 100 * Math.Sqrt((0.01 * 0.01) + (0.02 * 0.02)) + 1e-9);
    }

    [Test]
    public void FromSurvivalLimits_Curves_GiveTheLimits()
    {
        Estimate value = DiscountedLifetimeValue.FromSurvivalLimits(
            Money,
            [0.9, 0.8],
            [0.8, 0.6],
            [0.95, 0.9],
            40,
            0.1,
            FirstPayment.Now,
            0.9
        );
        value.Value!.Value.Should().BeApproximately(100 * (0.9 + (0.8 / 1.1)), 1e-10);
        value.Interval!.Value.Lower.Should().BeApproximately(100 * (0.8 + (0.6 / 1.1)), 1e-10);
        value.Interval.Value.Upper.Should().BeApproximately(100 * (0.95 + (0.9 / 1.1)), 1e-10);
        value.Interval.Value.Level.Should().Be(0.9);
        value.Interval.Value.Method.Should().Be(IntervalMethodNames.SurvivalLimits);
        value.StandardError.Should().BeNull();
    }

    [Test]
    public void FromSurvivalLimits_CurvesThatCoincide_HaveNoInterval() =>
        DiscountedLifetimeValue
            .FromSurvivalLimits(Money, [1.0], [1.0], [1.0], 4, 0, FirstPayment.Now)
            .Interval.Should()
            .BeNull();

    [Test]
    public void FromSurvival_NoPayments_IsNone()
    {
        DiscountedLifetimeValue.FromSurvival(Money, [], [], 5, 0, FirstPayment.Now).Should().Be(Estimate.None);
        DiscountedLifetimeValue
            .FromSurvivalLimits(Money, [], [], [], 5, 0, FirstPayment.Now)
            .Should()
            .Be(Estimate.None);
    }

    [Test]
    public void FromLifetime_UncertainMargin_CombinesByMultiplication()
    {
        Estimate lifetime = new()
        {
            Value = 4,
            StandardError = 0.5,
            Interval = new ConfidenceInterval(3.2, 5.1, 0.95, "any"),
            SampleSize = 9,
            Caveats = Caveats.LowSampleSize,
        };
        Estimate value = DiscountedLifetimeValue.FromLifetime(new(10, 0.8), lifetime);
        value.Value.Should().Be(40);
        value.StandardError!.Value.Should().BeApproximately(Math.Sqrt(25 + (0.8 * 0.8 * 16)), 1e-12);
        double margin = 1.959963984540054 * 0.08;
        value
            .Interval!.Value.Upper.Should()
            .BeApproximately(40 * Math.Exp(Math.Sqrt((margin * margin) + Math.Pow(Math.Log(5.1 / 4), 2))), 1e-9);
        value.Interval.Value.Method.Should().Be("any");
        value.Caveats.Should().Be(Caveats.LowSampleSize);
    }

    [Test]
    public void FromLifetime_None_IsNone() =>
        DiscountedLifetimeValue.FromLifetime(Money, Estimate.None).Should().Be(Estimate.None);

    [Test]
    public void EveryForm_ImpossibleArguments_AreRefused()
    {
        const FirstPayment now = FirstPayment.Now;
        (Action Call, string Name)[] calls =
        [
            (() => DiscountedLifetimeValue.FromRetention(Money, -1, 0, 0, now), "customers"),
            (() => DiscountedLifetimeValue.FromRetention(Money, 5, 6, 0, now), "lost"),
            (() => DiscountedLifetimeValue.FromRetention(Money, 5, 1, 0, (FirstPayment)9), "firstPayment"),
            (() => DiscountedLifetimeValue.FromSurvival(Money, [1], [0], 5, 0, (FirstPayment)9), "firstPayment"),
            (
                () => DiscountedLifetimeValue.FromSurvivalLimits(Money, [1], [1], [1], 5, 0, (FirstPayment)9),
                "firstPayment"
            ),
            (() => DiscountedLifetimeValue.FromRetention(Money, 5, 1, -0.1, now), "discount"),
            (() => DiscountedLifetimeValue.FromRetention(Money, 5, 1, double.NaN, now), "discount"),
            (() => DiscountedLifetimeValue.FromRetention(Money, 5, 1, 0, now, 0), "payments"),
            (() => DiscountedLifetimeValue.FromRetention(Money, 5, 1, 0, now, 5, 1), "level"),
            (() => DiscountedLifetimeValue.FromSurvival(Money, [0.5, 0.6], [0, 0], 5, 0, now), "survival"),
            (() => DiscountedLifetimeValue.FromSurvival(Money, [1.5], [0], 5, 0, now), "survival"),
            (() => DiscountedLifetimeValue.FromSurvival(Money, [double.NaN], [0], 5, 0, now), "survival"),
            (() => DiscountedLifetimeValue.FromSurvival(Money, [0.5], [], 5, 0, now), "standardErrors"),
            (() => DiscountedLifetimeValue.FromSurvival(Money, [0.5], [-1], 5, 0, now), "standardErrors"),
            (() => DiscountedLifetimeValue.FromSurvival(Money, [0.5], [0.1], 0, 0, now), "customers"),
            (() => DiscountedLifetimeValue.FromSurvival(Money, [0.5], [0.1], 5, -1, now), "discount"),
            (() => DiscountedLifetimeValue.FromSurvival(Money, [0.5], [0.1], 5, 0, now, 0), "level"),
            (() => DiscountedLifetimeValue.FromSurvivalLimits(Money, [0.5], [], [1], 5, 0, now), "lower"),
            (() => DiscountedLifetimeValue.FromSurvivalLimits(Money, [0.5], [0], [], 5, 0, now), "upper"),
            (() => DiscountedLifetimeValue.FromSurvivalLimits(Money, [0.5], [0.6], [1], 5, 0, now), "survival"),
            (() => DiscountedLifetimeValue.FromSurvivalLimits(Money, [0.5], [0.1], [0.4], 5, 0, now), "survival"),
            (() => DiscountedLifetimeValue.FromSurvivalLimits(Money, [0.5], [-0.1], [1], 5, 0, now), "lower"),
            (() => DiscountedLifetimeValue.FromSurvivalLimits(Money, [0.5], [0.1], [1.1], 5, 0, now), "upper"),
            (
                () => DiscountedLifetimeValue.FromLifetime(Money, Estimate.None with { Value = -1 }),
                "discountedLifetime"
            ),
        ];
        calls.Should().AllSatisfy(item => item.Call.Should().Throw<ArgumentException>().WithParameterName(item.Name));
    }

    [TestCase(29, Caveats.LowSampleSize)]
    [TestCase(30, Caveats.None)]
    public void FromRetention_FewerThanThirtyLost_SaysSo(long lost, Caveats expected) =>
        DiscountedLifetimeValue.FromRetention(Money, 500, lost, 0.1, FirstPayment.Now).Caveats.Should().Be(expected);

    [Test]
    public void EveryForm_ValueBeyondEveryNumber_Overflows()
    {
        UncertainValue fortune = new(1e308);
        Action value = () => DiscountedLifetimeValue.FromRetention(fortune, 100, 10, 0, FirstPayment.Now);
        Action lowerLimit = () => DiscountedLifetimeValue.FromRetention(fortune, 1_000, 0, 0, FirstPayment.Now);
        Action lifetime = () =>
            DiscountedLifetimeValue.FromLifetime(fortune, Estimate.None with { Value = 2, SampleSize = 5 });
        value.Should().Throw<OverflowException>();
        lowerLimit.Should().Throw<OverflowException>();
        lifetime.Should().Throw<OverflowException>();
    }

    [Test]
    public void EveryForm_StandardErrorBeyondEveryNumber_IsNone()
    {
        UncertainValue unknown = new(1, 1e308);
        OpenEstimate value = DiscountedLifetimeValue.FromRetention(unknown, 100, 10, 0, FirstPayment.Now);
        value.Value!.Value.Should().BeApproximately(10, 1e-9);
        value.StandardError.Should().BeNull();
        value.Lower.Should().Be(0);
        value.Upper.Should().BeNull();
        Estimate survival = DiscountedLifetimeValue.FromSurvival(
            Money,
            [0.5, 1e-200],
            [0.1, 1e200],
            5,
            0,
            FirstPayment.Now
        );
        survival.StandardError.Should().BeNull();
        survival.Interval.Should().BeNull();
    }

    [Test]
    public void HistoricLifetimeValue_RefundsAndMargin_AreTakenOff()
    {
        Estimate value = HistoricLifetimeValue.FromCustomers([100, 300, 0], [20, 0, 0], 0.5);
        value.Value!.Value.Should().BeApproximately((40 + 150 + 0) / 3.0, 1e-12);
        value.Interval.Should().Be(Mean.FromValues([40, 150, 0]).Interval);
        HistoricLifetimeValue.FromCustomers([], []).Should().Be(Estimate.None);
        HistoricLifetimeValue.FromCustomers([10], [25]).Value.Should().Be(-15);
    }

    [Test]
    public void HistoricLifetimeValue_ImpossibleArguments_AreRefused()
    {
        Action revenue = () => HistoricLifetimeValue.FromCustomers([-1], [0]);
        Action refunds = () => HistoricLifetimeValue.FromCustomers([1], [double.NaN]);
        Action length = () => HistoricLifetimeValue.FromCustomers([1], []);
        Action margin = () => HistoricLifetimeValue.FromCustomers([1], [0], 1.5);
        revenue.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("revenue");
        refunds.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("refunds");
        length.Should().Throw<ArgumentException>().WithParameterName("refunds");
        margin.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("margin");
    }
}
