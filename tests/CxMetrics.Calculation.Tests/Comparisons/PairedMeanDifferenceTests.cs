using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Tests.Properties;

namespace CxMetrics.Calculation.Tests.Comparisons;

public sealed class PairedMeanDifferenceTests
{
    private const double Relative = 1e-12;

    private static readonly double[] OnlyFirst = [20, 21, 16, 18, 14, 12, 14, 17];
    private static readonly double[] OnlySecond = [10, 16, 18, 16, 15, 14, 13, 10];
    private static readonly double[] BothFirst = [14, 15, 18, 20, 11, 19, 14, 15];
    private static readonly double[] BothSecond = [15, 10, 15, 17, 13, 19, 12, 13];

    [Test]
    public void FromOverlappingSamples_ExampleOfItsAuthors_GivesTheirPValue()
    {
        // Derrick, Toher and White (2017), The Quantitative Methods for Psychology 13(2), 120-126 print p = .026; digits by mpmath.
        DifferenceEstimate difference = PairedMeanDifference.FromOverlappingSamples(
            OnlyFirst,
            OnlySecond,
            BothFirst,
            BothSecond
        );

        difference.Value.Should().BeApproximately(-2, Relative);
        difference.StandardError.Should().BeApproximately(0.826754561923462, Relative);
        difference.PValue.Should().BeApproximately(0.026104444861957442, Relative);
        difference.Interval!.Value.Method.Should().Be("partiallyOverlappingT");
        difference.ShouldAgreeWithItsPValue();
        (difference.FirstSampleSize, difference.SecondSampleSize).Should().Be((16, 16));
    }

    [Test]
    public void FromPairs_IsTheMeanOfTheChanges()
    {
        double[] changes = [.. BothSecond.Zip(BothFirst, (second, first) => second - first)];
        Estimate mean = Mean.FromValues(changes, 0.9);

        DifferenceEstimate difference = PairedMeanDifference.FromPairs(BothFirst, BothSecond, 0.9);

        difference.Value.Should().Be(mean.Value);
        difference.StandardError.Should().Be(mean.StandardError);
        difference.Interval!.Value.Lower.Should().Be(mean.Interval!.Value.Lower);
        difference.Interval.Value.Upper.Should().Be(mean.Interval.Value.Upper);
        difference.Interval.Value.Method.Should().Be("pairedT");
        difference.ShouldAgreeWithItsPValue();
        PairedMeanDifference.FromOverlappingSamples([], [], BothFirst, BothSecond, 0.9).Should().Be(difference);
    }

    [Test]
    public void FromOverlappingSamples_NobodyInBoth_IsWelchsTest()
    {
        // Equal variances and sizes: Welch's degrees of freedom are n₁ + n₂ − 2, the standard error √(2s²/n) with s² = 2.5.
        DifferenceEstimate difference = PairedMeanDifference.FromOverlappingSamples(
            [1, 2, 3, 4, 5],
            [3, 4, 5, 6, 7],
            [],
            []
        );

        difference.StandardError.Should().BeApproximately(1, Relative);
        double t = CxMetrics.Calculation.Intervals.StudentTInterval.Quantile(8);
        difference.Interval!.Value.Lower.Should().BeApproximately(2 - t, Relative);
        difference.ShouldAgreeWithItsPValue();
    }

    [Test]
    public void FromOverlappingSamples_TimesSwapped_FlipsTheSign()
    {
        DifferenceEstimate one = PairedMeanDifference.FromOverlappingSamples(
            OnlyFirst,
            OnlySecond,
            BothFirst,
            BothSecond
        );
        DifferenceEstimate other = PairedMeanDifference.FromOverlappingSamples(
            OnlySecond,
            OnlyFirst,
            BothSecond,
            BothFirst
        );

        other.Value.Should().Be(-one.Value);
        other.Interval!.Value.Lower.Should().BeApproximately(-one.Interval!.Value.Upper, Relative);
        other.PValue.Should().BeApproximately(one.PValue!.Value, Relative);
    }

    [Test]
    public void FromOverlappingSamples_CommonOffset_CostsNoDigits()
    {
        DifferenceEstimate plain = PairedMeanDifference.FromOverlappingSamples(
            OnlyFirst,
            OnlySecond,
            BothFirst,
            BothSecond
        );
        DifferenceEstimate moved = PairedMeanDifference.FromOverlappingSamples(
            Moved(OnlyFirst),
            Moved(OnlySecond),
            Moved(BothFirst),
            Moved(BothSecond)
        );

        moved.Value.Should().BeApproximately(plain.Value!.Value, 1e-14);
        moved.StandardError.Should().BeApproximately(plain.StandardError!.Value, Relative);
        moved.PValue.Should().BeApproximately(plain.PValue!.Value, Relative);
    }

    [Test]
    public void FromOverlappingSamples_ErrorBeyondADouble_HasAValueOnly()
    {
        DifferenceEstimate difference = PairedMeanDifference.FromOverlappingSamples(
            [-1.7e308, 1.7e308],
            [-1.7e308, 1.7e308],
            [],
            []
        );

        difference.Value.Should().Be(0);
        (difference.StandardError, difference.Interval, difference.PValue).Should().Be((null, null, null));
    }

    [TestCase(1e300)]
    [TestCase(1e-300)]
    public void FromOverlappingSamples_ExtremeUnits_ScaleTheAnswer(double unit)
    {
        DifferenceEstimate difference = PairedMeanDifference.FromOverlappingSamples(
            Scaled(OnlyFirst, unit),
            Scaled(OnlySecond, unit),
            Scaled(BothFirst, unit),
            Scaled(BothSecond, unit)
        );

        difference.StandardError.Should().BeApproximately(0.826754561923462 * unit, 1e-12 * unit);
        difference.PValue.Should().BeApproximately(0.026104444861957442, 1e-12);
    }

    [Test]
    public void FromPairs_WithoutSpread_HasNoInterval()
    {
        DifferenceEstimate same = PairedMeanDifference.FromPairs([1, 2, 3], [2, 3, 4]);
        (same.Value, same.StandardError).Should().Be((1, 0));
        same.Interval.Should().BeNull();
        same.PValue.Should().BeNull();

        DifferenceEstimate single = PairedMeanDifference.FromPairs([1], [4]);
        single.Value.Should().Be(3);
        single.StandardError.Should().BeNull();
        single.Interval.Should().BeNull();

        PairedMeanDifference.FromPairs([], []).Should().Be(DifferenceEstimate.None(0, 0));
    }

    [Test]
    public void FromOverlappingSamples_WithoutSpread_HasNoInterval()
    {
        DifferenceEstimate equal = PairedMeanDifference.FromOverlappingSamples([1, 1], [2], [1], [2]);
        (equal.Value, equal.StandardError).Should().Be((1, 0));
        equal.Interval.Should().BeNull();

        DifferenceEstimate one = PairedMeanDifference.FromOverlappingSamples([1], [2, 3], [], []);
        one.Value.Should().Be(1.5);
        one.StandardError.Should().BeNull();

        PairedMeanDifference.FromOverlappingSamples([1], [], [], []).Should().Be(DifferenceEstimate.None(1, 0));
    }

    [Test]
    public void Lists_UnequalOrNotFinite_AreRefused()
    {
        Action lengths = () => PairedMeanDifference.FromPairs([1, 2], [1]);
        Action first = () => PairedMeanDifference.FromPairs([double.NaN], [1]);
        Action onlySecond = () => PairedMeanDifference.FromOverlappingSamples([1], [double.PositiveInfinity], [1], [2]);
        Action beyond = () => PairedMeanDifference.FromPairs([-1e308, 0], [1e308, 0]);
        lengths.Should().Throw<ArgumentException>().WithParameterName("second");
        first.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(first));
        onlySecond.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(onlySecond));
        beyond.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("second");
    }

    private static double[] Moved(double[] values) => [.. values.Select(value => value + 1e9)];

    private static double[] Scaled(double[] values, double unit) => [.. values.Select(value => value * unit)];
}
