using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class ContactRateTests
{
    [Test]
    public void FromCustomers_None_HasNoValue()
    {
        ContactRate.FromCustomers([]).Should().Be(Estimate.None);
        ContactRate.FromCustomers([new(3, 0)]).Should().Be(Estimate.None);
    }

    [Test]
    public void FromCustomers_One_HasNoInterval()
    {
        Estimate rate = ContactRate.FromCustomers([new(3, 2)]);
        rate.Value.Should().Be(1.5);
        rate.StandardError.Should().BeNull();
        rate.Interval.Should().BeNull();
        rate.SampleSize.Should().Be(1);
    }

    [Test]
    public void FromCustomers_OverdispersedCounts_SolvesTheScoreEquationWithTheLinearisedVariance()
    {
        CustomerContacts[] customers = [new(0), new(1), new(0), new(9), new(2)];
        Estimate rate = ContactRate.FromCustomers(customers);

        // Residuals −2.4, −1.4, −2.4, 6.6, −0.4: V = 5/4 · 57.2 = 71.5.
        rate.Value.Should().Be(2.4);
        rate.StandardError.Should().BeApproximately(Math.Sqrt(71.5) / 5, 1e-14);
        double t = StudentTInterval.Quantile(4);
        foreach (double limit in new[] { rate.Interval!.Value.Lower, rate.Interval.Value.Upper })
        {
            double deviation = 12 - (5 * limit);
            (deviation * deviation).Should().BeApproximately(t * t * (71.5 / 12) * 5 * limit, 1e-9);
        }

        rate.Interval.Value.Method.Should().Be("linearizedScore");
    }

    [Test]
    public void FromCustomers_NoContacts_HasAWidth()
    {
        Estimate rate = ContactRate.FromCustomers([new(0), new(0), new(0), new(0)]);
        rate.Value.Should().Be(0);
        rate.StandardError.Should().Be(0);
        double t = StudentTInterval.Quantile(3);
        rate.Interval!.Value.Lower.Should().Be(0);
        rate.Interval.Value.Upper.Should().BeApproximately(t * t / 4, 1e-12);
    }

    [Test]
    public void FromCustomers_AllAlike_HasTheWidthOfAPoissonCount()
    {
        Estimate rate = ContactRate.FromCustomers([new(2), new(2), new(2)]);
        rate.StandardError.Should().Be(0);
        rate.Interval!.Value.MarginOfError.Should().BeGreaterThan(1);
    }

    [Test]
    public void FromCustomers_PerOrder_IsTheRatioOfSums()
    {
        Estimate rate = ContactRate.FromCustomers([new(1, 10), new(3, 2), new(0, 0), new(1, 0)]);
        rate.Value.Should().BeApproximately(5.0 / 12, 1e-15);
        rate.SampleSize.Should().Be(3);
    }

    [TestCase(1e-100)]
    [TestCase(1e100)]
    public void FromCustomers_ExtremeExposures_ScaleTheInterval(double exposure)
    {
        Estimate plain = ContactRate.FromCustomers([new(1), new(4), new(2)]);
        Estimate scaled = ContactRate.FromCustomers([new(1, exposure), new(4, exposure), new(2, exposure)]);
        (scaled.Value!.Value * exposure).Should().BeApproximately(plain.Value!.Value, 1e-12);
        (scaled.Interval!.Value.Upper * exposure).Should().BeApproximately(plain.Interval!.Value.Upper, 1e-12);
        (scaled.Interval.Value.Lower * exposure).Should().BeApproximately(plain.Interval.Value.Lower, 1e-12);
    }

    [TestCase(-1, 1.0, "contacts")]
    [TestCase(1, -1.0, "exposure")]
    [TestCase(1, double.NaN, "exposure")]
    [TestCase(1, double.PositiveInfinity, "exposure")]
    [TestCase(1, 1e-101, "exposure")]
    public void Customer_ImpossibleNumbers_AreRefused(long contacts, double exposure, string name)
    {
        Action act = () => _ = new CustomerContacts(contacts, exposure);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }
}
