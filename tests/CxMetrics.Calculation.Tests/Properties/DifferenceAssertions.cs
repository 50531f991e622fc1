namespace CxMetrics.Calculation.Tests.Properties;

/// <summary>What holds for every difference of two sides that are not empty.</summary>
public static class DifferenceAssertions
{
    // Below it the width of 50 million equal answers is less than the last digit of the value.
    private const double LeastLevelOfVisibleWidth = 0.001;

    public static void ShouldBeSound(this DifferenceEstimate difference, double largest, double level)
    {
        double value = difference.Value!.Value;
        ConfidenceInterval interval = difference.Interval!.Value;
        difference.StandardError!.Value.Should().BeInRange(0, largest);
        interval.Lower.Should().BeInRange(-largest, value);
        interval.Upper.Should().BeInRange(value, largest);
        if (level >= LeastLevelOfVisibleWidth)
        {
            interval.MarginOfError.Should().BePositive();
        }

        interval.Level.Should().Be(level);
        interval.Method.Should().NotBeNullOrEmpty();
        difference.PValue!.Value.Should().BeInRange(0, 1);
        difference.ShouldAgreeWithItsPValue();
    }

    /// <summary>The p-value is below 1 − level exactly when 0 lies outside; within rounding of the limit itself either may be.</summary>
    public static void ShouldAgreeWithItsPValue(this DifferenceEstimate difference)
    {
        ConfidenceInterval interval = difference.Interval!.Value;
        double alpha = 1 - interval.Level;
        double nearest = Math.Min(Math.Abs(interval.Lower), Math.Abs(interval.Upper));
        if (nearest > 1e-12)
        {
            bool excludesZero = interval.Lower > 0 || interval.Upper < 0;
            (difference.PValue!.Value < alpha).Should().Be(excludesZero);
        }
    }

    /// <summary>The interval at the higher of two levels holds the one at the lower.</summary>
    public static void ShouldWidenBetween(this Func<double, DifferenceEstimate> difference, Level one, Level other)
    {
        DifferenceEstimate narrow = difference(Math.Min(one.Value, other.Value));
        DifferenceEstimate wide = difference(Math.Max(one.Value, other.Value));
        wide.Interval!.Value.ShouldHold(narrow.Interval!.Value);
    }

    public static void ShouldMirror(this DifferenceEstimate difference, DifferenceEstimate other)
    {
        double slack = 1e-13 * Math.Max(1, Math.Abs(other.Value!.Value));
        difference.Value!.Value.Should().BeApproximately(-other.Value.Value, slack);
        difference.Interval!.Value.Lower.Should().BeApproximately(-other.Interval!.Value.Upper, slack);
        difference.Interval.Value.Upper.Should().BeApproximately(-other.Interval.Value.Lower, slack);
        double pValue = other.PValue!.Value;
        difference.PValue!.Value.Should().BeApproximately(pValue, (1e-6 * pValue) + 1e-300);
    }
}
