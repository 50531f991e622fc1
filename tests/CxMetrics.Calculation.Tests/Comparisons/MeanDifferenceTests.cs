using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Comparisons;

public sealed class MeanDifferenceTests
{
    private static readonly RatingDistribution Low = new(RatingScale.FivePoint, [8, 6, 4, 2, 0]);
    private static readonly RatingDistribution High = new(RatingScale.FivePoint, [0, 1, 3, 7, 9]);

    [Test]
    public void FromValues_ARise_IsPositive()
    {
        DifferenceEstimate difference = MeanDifference.FromValues([1, 2, 3], [4, 5, 6, 7]);

        difference.Value.Should().Be(3.5);
        (difference.FirstSampleSize, difference.SecondSampleSize).Should().Be((3, 4));
        difference.Interval!.Value.Method.Should().Be("welch");
    }

    [Test]
    public void FromValues_EmptySide_HasNothing()
    {
        foreach (
            DifferenceEstimate difference in (DifferenceEstimate[])
                [MeanDifference.FromValues([], [1, 2]), MeanDifference.FromValues([1, 2], [])]
        )
        {
            difference.Value.Should().BeNull();
            difference.StandardError.Should().BeNull();
            difference.Interval.Should().BeNull();
            difference.PValue.Should().BeNull();
        }
    }

    [Test]
    public void FromValues_OneNumberOnASide_HasAValueOnly()
    {
        DifferenceEstimate difference = MeanDifference.FromValues([1], [2, 4]);
        difference.Value.Should().Be(2);
        difference.StandardError.Should().BeNull();
        difference.Interval.Should().BeNull();
        difference.PValue.Should().BeNull();
    }

    [Test]
    public void FromValues_NoSpreadOnEitherSide_HasNoInterval()
    {
        DifferenceEstimate difference = MeanDifference.FromValues([1, 1, 1], [2, 2]);
        difference.Value.Should().Be(1);
        difference.StandardError.Should().Be(0);
        difference.Interval.Should().BeNull();
        difference.PValue.Should().BeNull();
    }

    [Test]
    public void FromValues_NoSpreadOnOneSide_HasTheDegreesOfFreedomOfTheOther()
    {
        DifferenceEstimate difference = MeanDifference.FromValues([2, 2, 2, 2], [1, 2, 3]);
        double margin = StudentTInterval.Quantile(2) * difference.StandardError!.Value;
        difference.Interval!.Value.MarginOfError.Should().BeApproximately(margin, 1e-12);
    }

    [TestCase(1e9)]
    [TestCase(1e14)]
    [TestCase(-4e15)]
    public void FromValues_LargeOffset_KeepsEveryDigit(double offset)
    {
        double[] first = [1, 2, 4];
        double[] second = [0, 1, 3, 9, 6];
        DifferenceEstimate plain = MeanDifference.FromValues(first, second);

        DifferenceEstimate moved = MeanDifference.FromValues(
            [.. first.Select(value => value + offset)],
            [.. second.Select(value => value + offset)]
        );

        moved.Value.Should().BeApproximately(plain.Value!.Value, 1e-14);
        moved.StandardError.Should().BeApproximately(plain.StandardError!.Value, 1e-14);
        moved.PValue.Should().BeApproximately(plain.PValue!.Value, 1e-14);
    }

    [TestCase(1e300)]
    [TestCase(1e-300)]
    public void FromValues_VeryLargeOrSmall_NeitherOverflowNorVanish(double unit)
    {
        DifferenceEstimate plain = MeanDifference.FromValues([1, 2, 4], [2, 3, 7]);
        DifferenceEstimate scaled = MeanDifference.FromValues(
            [unit, 2 * unit, 4 * unit],
            [2 * unit, 3 * unit, 7 * unit]
        );
        (scaled.Value / unit).Should().BeApproximately(plain.Value!.Value, 1e-12);
        (scaled.Interval!.Value.Upper / unit).Should().BeApproximately(plain.Interval!.Value.Upper, 1e-12);
        scaled.PValue.Should().BeApproximately(plain.PValue!.Value, 1e-12);
    }

    [Test]
    public void FromValues_BeyondADouble_HasNoValue()
    {
        DifferenceEstimate difference = MeanDifference.FromValues([-1.7e308, -1.6e308], [1.7e308, 1.6e308]);
        difference.Value.Should().BeNull();
        difference.Interval.Should().BeNull();
    }

    [Test]
    public void FromValues_AnErrorBeyondADouble_HasNoInterval()
    {
        double[] wide = [-1.7e308, 1.7e308];
        DifferenceEstimate difference = MeanDifference.FromValues(wide, wide);
        difference.Value.Should().Be(0);
        difference.StandardError.Should().BeNull();
        difference.Interval.Should().BeNull();
        difference.PValue.Should().BeNull();
    }

    [Test]
    public void FromValues_NotFinite_IsRefused()
    {
        Action first = () => MeanDifference.FromValues([double.NaN], [1]);
        Action second = () => MeanDifference.FromValues([1], [double.PositiveInfinity]);
        Action level = () => MeanDifference.FromValues([1], [1], 1);
        first.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("first");
        second.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("second");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }

    [Test]
    public void FromDistributions_Default_IsSquareAndAddOfThePseudoAnswerIntervals()
    {
        DifferenceEstimate difference = MeanDifference.FromDistributions(Low, High);

        IntervalLimits expected = SquareAndAdd.Difference(
            Low.Mean!.Value,
            PseudoAnswersInterval.FromDistribution(Low),
            High.Mean!.Value,
            PseudoAnswersInterval.FromDistribution(High)
        );
        difference.Value.Should().Be(2.2);
        difference.Interval!.Value.Lower.Should().BeApproximately(expected.Lower, 1e-14);
        difference.Interval.Value.Upper.Should().BeApproximately(expected.Upper, 1e-14);
        difference.Interval.Value.Method.Should().Be("pseudoAnswersSquareAndAdd");
    }

    [Test]
    public void FromDistributions_Welch_IsThatOfTheExpandedScores()
    {
        double[] first = Expand(Low);
        double[] second = Expand(High);
        DifferenceEstimate expanded = MeanDifference.FromValues(first, second);

        DifferenceEstimate difference = MeanDifference.FromDistributions(Low, High, method: MeanDifferenceMethod.Welch);

        difference.Value.Should().BeApproximately(expanded.Value!.Value, 1e-14);
        difference.PValue.Should().BeApproximately(expanded.PValue!.Value, 1e-14);
        difference.Interval!.Value.Lower.Should().BeApproximately(expanded.Interval!.Value.Lower, 1e-13);
        difference.Interval.Value.Method.Should().Be("welch");
    }

    [Test]
    public void FromDistributions_WelchSaysNothing_AnswersWithTheDefault()
    {
        RatingDistribution one = new(RatingScale.FivePoint, [0, 0, 1, 0, 0]);
        RatingDistribution equal = new(RatingScale.FivePoint, [0, 0, 0, 0, 8]);

        DifferenceEstimate difference = MeanDifference.FromDistributions(
            one,
            equal,
            method: MeanDifferenceMethod.Welch
        );

        difference.StandardError.Should().BeNull();
        difference.Interval!.Value.Method.Should().Be("pseudoAnswersSquareAndAdd");
        difference.Interval.Value.MarginOfError.Should().BePositive();
        difference.PValue.Should().NotBeNull();
    }

    [Test]
    public void FromDistributions_ScaleFarFromZero_CostsNoDigits()
    {
        RatingScale far = new(2_000_000_001, 2_000_000_005, ScaleDirection.HigherIsBetter);
        DifferenceEstimate near = MeanDifference.FromDistributions(Low, High);
        DifferenceEstimate moved = MeanDifference.FromDistributions(new(far, Low.Counts), new(far, High.Counts));
        moved.Should().Be(near);
    }

    [Test]
    public void FromDistributions_ThePValue_IsWhereTheIntervalTouchesZero()
    {
        RatingDistribution slightly = new(RatingScale.FivePoint, [7, 6, 4, 2, 1]);
        double p = MeanDifference.FromDistributions(Low, slightly).PValue!.Value;
        MeanDifference.FromDistributions(Low, slightly, 1 - p).Interval!.Value.Lower.Should().BeApproximately(0, 1e-12);
    }

    [Test]
    public void FromDistributions_Equal_HasPValueOne() =>
        MeanDifference.FromDistributions(Low, Low).PValue.Should().Be(1);

    [Test]
    public void FromDistributions_EmptySide_HasNothing()
    {
        DifferenceEstimate difference = MeanDifference.FromDistributions(
            RatingDistribution.Empty(RatingScale.FivePoint),
            High
        );
        difference.Value.Should().BeNull();
        difference.Interval.Should().BeNull();
        difference.PValue.Should().BeNull();
        difference.SecondSampleSize.Should().Be(20);
    }

    [Test]
    public void FromDistributions_BadArguments_AreRefused()
    {
        RatingDistribution other = RatingDistribution.Empty(RatingScale.SevenPoint);
        Action scales = () => MeanDifference.FromDistributions(Low, other);
        Action method = () => MeanDifference.FromDistributions(Low, High, method: (MeanDifferenceMethod)9);
        scales.Should().Throw<ArgumentException>().WithParameterName("second");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }

    [Test]
    public void DegreesOfFreedom_EqualSides_AddUp() =>
        WelchSatterthwaite.DegreesOfFreedom(1e200, 4, 1e200, 4).Should().BeApproximately(8, 1e-12);

    [Test]
    public void DegreesOfFreedom_NoErrors_AreUndefined() =>
        WelchSatterthwaite.DegreesOfFreedom(0, 4, 0, 4).Should().BeNull();

    [TestCase(-1, 1, 1, 1, "firstError")]
    [TestCase(1, 0, 1, 1, "firstFreedom")]
    [TestCase(1, 1, -1, 1, "secondError")]
    [TestCase(1, 1, 1, 0, "secondFreedom")]
    [TestCase(double.PositiveInfinity, 1, 1, 1, "firstError")]
    [TestCase(1, 1, 1, double.NaN, "secondFreedom")]
    public void DegreesOfFreedom_ImpossibleArguments_AreRefused(
        double firstError,
        double firstFreedom,
        double secondError,
        double secondFreedom,
        string name
    )
    {
        Action act = () => WelchSatterthwaite.DegreesOfFreedom(firstError, firstFreedom, secondError, secondFreedom);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    private static double[] Expand(RatingDistribution answers) =>
        [
            .. Enumerable
                .Range(answers.Scale.Minimum, answers.Scale.Points)
                .SelectMany(score => Enumerable.Repeat((double)score, (int)answers[score])),
        ];
}
