using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class LogoChurnTests
{
    [Test]
    public void FromCounts_GoldenExample_IsAQuarter()
    {
        LogoChurn.FromCounts(4, 1).Value.Should().Be(0.25);
        LogoRetention.FromCounts(4, 1).Value.Should().Be(0.75);
    }

    [Test]
    public void FromCounts_NoCustomers_IsNone()
    {
        LogoChurn.FromCounts(0, 0).Should().Be(Estimate.None);
        LogoRetention.FromCounts(0, 0).Should().Be(Estimate.None);
        LogoChurn.FromLossEvents(0, 0).Should().Be(Estimate.None);
        LogoChurn.Early(0, 0).Should().Be(Estimate.None);
        LogoChurn.ExpectedLifetime(Estimate.None).Value.Should().BeNull();
        LogoChurn.Annualized(Estimate.None).Should().Be(Estimate.None);
    }

    [Test]
    public void FromLossEvents_MoreThanCustomers_IsARateAboveOne()
    {
        Estimate rate = LogoChurn.FromLossEvents(2, 3);
        rate.Value.Should().Be(1.5);
        rate.SampleSize.Should().Be(2);
        rate.Interval!.Value.Method.Should().Be(IntervalMethodNames.Garwood);
    }

    [Test]
    public void ByReason_ThreeShares_AddUpToTheChurnRate()
    {
        LogoChurnByReason split = LogoChurn.ByReason(200, new LossCounts(7, 4, 1));
        split.Voluntary.Value.Should().Be(0.035);
        split.Involuntary.Value.Should().Be(0.02);
        (split.Voluntary.Value + split.Involuntary.Value + split.Unknown.Value)
            .Should()
            .BeApproximately(LogoChurn.FromCounts(200, 12).Value!.Value, 1e-15);
        split.Voluntary.Interval.Should().Be(Proportion.FromCounts(7, 200).Interval);
    }

    [Test]
    public void Annualized_SmallRate_KeepsItsDigits()
    {
        Estimate churn = new()
        {
            Value = 1e-12,
            StandardError = null,
            Interval = null,
            SampleSize = 1,
        };
        // 12c − 66c² + …
        LogoChurn.Annualized(churn).Value.Should().BeApproximately(12e-12 - 66e-24, 1e-25);
    }

    [Test]
    public void Annualized_StandardError_IsThatOfTheDeltaMethod()
    {
        Estimate churn = LogoChurn.FromCounts(1000, 23);
        double step = 1e-6;
        double slope = (Year(0.023 + step) - Year(0.023 - step)) / (2 * step);
        LogoChurn
            .Annualized(churn)
            .StandardError!.Value.Should()
            .BeApproximately(slope * churn.StandardError!.Value, 1e-9);

        static double Year(double rate) => 1 - Math.Pow(1 - rate, 12);
    }

    [Test]
    public void Annualized_EverybodyLost_IsOne() =>
        LogoChurn.Annualized(LogoChurn.FromCounts(5, 5)).Value.Should().Be(1);

    [Test]
    public void ExpectedLifetime_NobodyLost_HasALowerLimitOnly()
    {
        OpenEstimate lifetime = LogoChurn.ExpectedLifetime(LogoChurn.FromCounts(50, 0));
        lifetime.Value.Should().BeNull();
        lifetime.StandardError.Should().BeNull();
        lifetime.Upper.Should().BeNull();
        lifetime.Interval.Should().BeNull();
        lifetime.Lower!.Value.Should().BeApproximately(14.015888581350284, 1e-9);
    }

    [Test]
    public void ExpectedLifetime_SomeLost_IsTheReciprocalInItsLimits()
    {
        OpenEstimate lifetime = LogoChurn.ExpectedLifetime(LogoChurn.FromCounts(340, 17, 0.9));
        lifetime.Value!.Value.Should().BeApproximately(20, 1e-12);
        lifetime.Interval!.Value.Level.Should().Be(0.9);
        lifetime.Interval.Value.Method.Should().Be(IntervalMethodNames.Wilson);
        lifetime.SampleSize.Should().Be(340);
    }

    [TestCase(-1, 0, "opening")]
    [TestCase(5, -1, "lost")]
    [TestCase(5, 6, "lost")]
    public void FromCounts_ImpossibleCounts_AreRefused(long opening, long lost, string name)
    {
        Action churn = () => LogoChurn.FromCounts(opening, lost);
        Action retention = () => LogoRetention.FromCounts(opening, lost);
        churn.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
        retention.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    [Test]
    public void Variants_ImpossibleArguments_AreRefused()
    {
        Estimate churn = LogoChurn.FromCounts(10, 1);
        Action[] calls =
        [
            () => LogoChurn.FromLossEvents(-1, 0),
            () => LogoChurn.FromLossEvents(0, 1),
            () => LogoChurn.FromLossEvents(1, -1),
            () => LogoChurn.ByReason(2, new LossCounts(1, 1, 1)),
            () => LogoChurn.Early(1, 2),
            () => LogoChurn.Early(-1, -1),
            () => LogoChurn.Annualized(churn, 0),
            () => LogoChurn.Annualized(churn, 367),
            () => LogoChurn.Annualized(churn with { Value = 1.5 }),
            () => LogoChurn.ExpectedLifetime(churn with { Value = double.NaN }),
            () => _ = new LossCounts(-1, 0, 0),
            () => _ = new LossCounts(0, -1, 0),
            () => _ = new LossCounts(0, 0, -1),
        ];
        calls.Should().AllSatisfy(call => call.Should().Throw<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Variants_ImpossibleCounts_AreNamedAsTheCallerKnowsThem()
    {
        (Action Call, string Name)[] calls =
        [
            (() => LogoChurn.FromLossEvents(-1, 0), "opening"),
            (() => LogoChurn.FromLossEvents(0, 1), "lossEvents"),
            (() => LogoChurn.FromLossEvents(1, -1), "lossEvents"),
            (() => LogoChurn.ByReason(2, new LossCounts(1, 1, 1)), "losses"),
            (() => LogoChurn.Early(-1, 0), "joined"),
            (() => LogoChurn.Early(1, 2), "leftEarly"),
            (() => RenewalRate.Logo(-1, 0), "due"),
            (() => RenewalRate.Logo(1, 2), "renewed"),
        ];
        calls
            .Should()
            .AllSatisfy(item => item.Call.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(item.Name));
    }

    [TestCase(long.MaxValue, 0.5)]
    [TestCase(long.MaxValue, 0.999)]
    [TestCase(1_000_000_000_000_000, 0.8)]
    public void Annualized_ManyCustomers_LiesInItsLimits(long opening, double level)
    {
        foreach (double share in new[] { 0.85, 0.9, 0.95, 0.99 })
        {
            Estimate annual = LogoChurn.Annualized(LogoChurn.FromCounts(opening, (long)(opening * share), level));
            annual.Value!.Value.Should().BeInRange(annual.Interval!.Value.Lower, annual.Interval.Value.Upper);
        }
    }
}
