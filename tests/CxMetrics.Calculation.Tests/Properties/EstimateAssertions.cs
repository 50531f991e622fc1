namespace CxMetrics.Calculation.Tests.Properties;

/// <summary>What holds for every estimate.</summary>
public static class EstimateAssertions
{
    public static void ShouldBeSound(this Estimate estimate, double minimum, double maximum, double level)
    {
        if (estimate.SampleSize == 0)
        {
            estimate.Should().Be(Estimate.None);
            return;
        }

        double value = estimate.Value!.Value;
        ConfidenceInterval interval = estimate.Interval!.Value;
        double.IsNaN(estimate.StandardError ?? 0).Should().BeFalse();
        value.Should().BeInRange(minimum, maximum);
        interval.Lower.Should().BeInRange(minimum, value);
        interval.Upper.Should().BeInRange(value, maximum);
        interval.Level.Should().Be(level);
        interval.Method.Should().NotBeNullOrEmpty();
    }

    public static void ShouldHold(this ConfidenceInterval outer, ConfidenceInterval inner)
    {
        double slack = 1e-12 * Math.Max(1, Math.Max(Math.Abs(inner.Lower), Math.Abs(inner.Upper)));
        outer.Lower.Should().BeLessThanOrEqualTo(inner.Lower + slack);
        outer.Upper.Should().BeGreaterThanOrEqualTo(inner.Upper - slack);
    }
}
