using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class SimpleLifetimeValueTests
{
    private static readonly UncertainValue Revenue = new(50, 1.2);
    private static readonly UncertainValue Margin = new(0.7);

    [Test]
    public void FromChurn_Default_IsLogSquareAndAddWithWilsonLimits()
    {
        OpenEstimate value = SimpleLifetimeValue.FromChurn(Revenue, Margin, 1000, 23);
        value.Value!.Value.Should().BeApproximately(1521.7391304347825, 1e-9);
        value.Interval!.Value.Lower.Should().BeApproximately(1018.2913271832712, 1e-6);
        value.Method.Should().Be(IntervalMethodNames.LogSquareAndAdd);
        // A lifetime of 65 months is possible, beyond the 60 that are credited.
        value.Upper!.Value.Should().BeLessThan(2282.769984740932);
        value.Caveats.Should().Be(Caveats.LowSampleSize | Caveats.Clipped);
    }

    [Test]
    public void FromChurn_EveryMethod_IsNamed()
    {
        foreach (SimpleLifetimeValueMethod method in Enum.GetValues<SimpleLifetimeValueMethod>())
        {
            OpenEstimate value = SimpleLifetimeValue.FromChurn(Revenue, Margin, 1000, 40, method: method);
            value.Method.Should().Be(method.ToShortName());
            value.Lower!.Value.Should().BeLessThan(value.Value!.Value);
            value.Upper!.Value.Should().BeGreaterThan(value.Value.Value);
            value.Caveats.Should().Be(Caveats.None);
        }
    }

    [Test]
    public void FromChurn_NobodyLost_HasALowerLimitOnly()
    {
        foreach (SimpleLifetimeValueMethod method in Enum.GetValues<SimpleLifetimeValueMethod>())
        {
            OpenEstimate value = SimpleLifetimeValue.FromChurn(Revenue, Margin, 50, 0, method: method);
            value.Value.Should().BeNull();
            value.StandardError.Should().BeNull();
            value.Upper.Should().BeNull();
            // Wilson's upper limit for 0 of 50 is .0713: 14.02 months of 35.
            value.Lower!.Value.Should().BeApproximately(35 * 14.015888581350284, 1e-9);
        }
    }

    [Test]
    public void FromChurn_FewLosses_TendsToTheLimitOfNone()
    {
        // The lower limit without a loss continues the one of few losses among very many customers.
        double none = SimpleLifetimeValue.FromChurn(Revenue, Margin, 1_000_000, 0, null).Lower!.Value;
        double one = SimpleLifetimeValue.FromChurn(Revenue, Margin, 1_000_000, 1, null).Lower!.Value;
        one.Should().BeLessThan(none).And.BeGreaterThan(none / 3);
    }

    [Test]
    public void FromChurn_LifetimeBeyondTheMaximum_IsCutThere()
    {
        OpenEstimate value = SimpleLifetimeValue.FromChurn(Revenue, Margin, 100_000, 500);
        value.Value!.Value.Should().BeApproximately(35 * 60, 1e-9);
        value.Caveats.Should().Be(Caveats.Clipped);
        value.StandardError!.Value.Should().BeApproximately(35 * 60 * (1.2 / 50), 1e-9);
        double factor = Math.Exp(1.959963984540054 * 1.2 / 50);
        value.Lower!.Value.Should().BeApproximately(2100 / factor, 1e-9);
        value.Upper!.Value.Should().BeApproximately(2100 * factor, 1e-9);
        SimpleLifetimeValue
            .FromChurn(Revenue, Margin, 100_000, 500, 400)
            .Value!.Value.Should()
            .BeApproximately(7000, 1e-9);
    }

    [Test]
    public void FromChurn_NoCustomers_IsNone() =>
        SimpleLifetimeValue.FromChurn(Revenue, Margin, 0, 0).Should().Be(OpenEstimate.None);

    [TestCase(0.0, 0.5)]
    [TestCase(10.0, 0.0)]
    public void FromChurn_NoMoney_IsZeroWithoutLimits(double revenue, double margin)
    {
        OpenEstimate value = SimpleLifetimeValue.FromChurn(new(revenue, 1), new(margin), 100, 40);
        value.Value.Should().Be(0);
        value.Interval.Should().BeNull();
        value.Method.Should().BeNull();
        SimpleLifetimeValue.FromChurn(new(revenue), new(margin), 100, 0).Value.Should().BeNull();
    }

    [Test]
    public void FromChurn_HigherLevel_WidensTheLimits()
    {
        foreach (SimpleLifetimeValueMethod method in Enum.GetValues<SimpleLifetimeValueMethod>())
        {
            OpenEstimate before = SimpleLifetimeValue.FromChurn(Revenue, Margin, 400, 31, null, 0.01, method);
            foreach (double level in new[] { 0.5, 0.95, 0.9999 })
            {
                OpenEstimate value = SimpleLifetimeValue.FromChurn(Revenue, Margin, 400, 31, null, level, method);
                value.Lower!.Value.Should().BeLessThan(before.Lower!.Value).And.BeGreaterThanOrEqualTo(0);
                value.Upper!.Value.Should().BeGreaterThan(before.Upper!.Value);
                before = value;
            }
        }
    }

    [Test]
    public void FromChurn_ValueBeyondEveryNumber_Overflows()
    {
        Action act = () => SimpleLifetimeValue.FromChurn(new(1e308), new(1), 1_000_000, 1, null);
        act.Should().Throw<OverflowException>();
    }

    [Test]
    public void FromChurn_StandardErrorBeyondEveryNumber_IsNone()
    {
        foreach (SimpleLifetimeValueMethod method in Enum.GetValues<SimpleLifetimeValueMethod>())
        {
            OpenEstimate value = SimpleLifetimeValue.FromChurn(new(1e-200, 1e200), new(1), 100, 10, method: method);
            value.Value!.Value.Should().BeApproximately(1e-199, 1e-210);
            value.StandardError.Should().BeNull();
            value.Lower!.Value.Should().BeInRange(0, 1e-199);
        }
    }

    [Test]
    public void FromChurn_ImpossibleArguments_AreRefused()
    {
        Action customers = () => SimpleLifetimeValue.FromChurn(Revenue, Margin, -1, 0);
        customers.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("customers");
        Action margin = () => SimpleLifetimeValue.FromChurn(Revenue, new(1.01), 10, 1);
        Action lost = () => SimpleLifetimeValue.FromChurn(Revenue, Margin, 10, 11);
        Action maximum = () => SimpleLifetimeValue.FromChurn(Revenue, Margin, 10, 1, 0.5);
        Action method = () =>
            SimpleLifetimeValue.FromChurn(Revenue, Margin, 10, 1, method: (SimpleLifetimeValueMethod)9);
        Action level = () => SimpleLifetimeValue.FromChurn(Revenue, Margin, 10, 1, level: 0);
        margin.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("margin");
        lost.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("lost");
        maximum.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("maximumLifetime");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }

    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void UncertainValue_ImpossibleNumbers_AreRefused(double number)
    {
        Action value = () => _ = new UncertainValue(number);
        Action error = () => _ = new UncertainValue(1, number);
        value.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("value");
        error.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("standardError");
    }
}
