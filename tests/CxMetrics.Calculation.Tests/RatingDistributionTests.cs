namespace CxMetrics.Calculation.Tests;

public sealed class RatingDistributionTests
{
    [Test]
    public void FromScores_AnyOrder_CountsThem()
    {
        RatingDistribution answers = RatingDistribution.FromScores(RatingScale.FivePoint, [5, 1, 5, 3]);
        answers.Counts.ToArray().Should().Equal(1, 0, 1, 0, 2);
        answers.Total.Should().Be(4);
        answers[5].Should().Be(2);
    }

    [Test]
    public void FromScores_OffTheScale_IsRefused()
    {
        Action act = () => RatingDistribution.FromScores(RatingScale.FivePoint, [0]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("scores");
    }

    [Test]
    public void FromScores_None_IsEmpty()
    {
        RatingDistribution.FromScores(RatingScale.FivePoint, ReadOnlySpan<int>.Empty).Total.Should().Be(0);
        RatingDistribution.FromScores(RatingScale.FivePoint, ReadOnlySpan<byte>.Empty).Total.Should().Be(0);
    }

    [TestCase(-3, 3, 2, 5)]
    [TestCase(250, 258, 255, 5)]
    [TestCase(248, 255, 249, 1)]
    public void FromScores_BytesOnAScaleThatBytesReachInPart_AreCountedWhereTheyAre(
        int minimum,
        int maximum,
        byte score,
        int index
    )
    {
        RatingScale scale = new(minimum, maximum, ScaleDirection.HigherIsBetter);
        RatingDistribution answers = RatingDistribution.FromScores(scale, (ReadOnlySpan<byte>)[score, score]);
        answers.Counts[index].Should().Be(2);
        answers.Total.Should().Be(2);
    }

    [TestCase(-3, 3, 253)]
    [TestCase(250, 258, 4)]
    [TestCase(300, 305, 44)]
    [TestCase(300, 305, 255)]
    [TestCase(-9, -5, 0)]
    [TestCase(int.MinValue, int.MinValue + 4, 0)]
    [TestCase(int.MaxValue - 4, int.MaxValue, 255)]
    public void FromScores_BytesOffTheScale_AreRefused(int minimum, int maximum, byte score)
    {
        RatingScale scale = new(minimum, maximum, ScaleDirection.HigherIsBetter);
        Action few = () => RatingDistribution.FromScores(scale, (ReadOnlySpan<byte>)[score]);
        byte[] many = new byte[500];
        Array.Fill(many, score);
        Action block = () => RatingDistribution.FromScores(scale, many);
        few.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*index 0*");
        block.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*index 0*");
    }

    [Test]
    public void FromScores_IntsAtTheEndsOfTheirRange_AreCounted()
    {
        RatingScale low = new(int.MinValue, int.MinValue + 2, ScaleDirection.HigherIsBetter);
        RatingScale high = new(int.MaxValue - 2, int.MaxValue, ScaleDirection.HigherIsBetter);
        int[] lowest = [.. Enumerable.Repeat(int.MinValue, 100)];
        int[] highest = [.. Enumerable.Repeat(int.MaxValue, 100)];
        RatingDistribution.FromScores(low, lowest)[int.MinValue].Should().Be(100);
        RatingDistribution.FromScores(high, highest)[int.MaxValue].Should().Be(100);
        Action far = () => RatingDistribution.FromScores(low, highest);
        far.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("scores");
    }

    [Test]
    public void Constructor_NegativeCount_IsRefused()
    {
        Action act = () => _ = new RatingDistribution(RatingScale.FivePoint, [0, 0, -1, 0, 0]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("counts");
    }

    [Test]
    public void Constructor_TotalBeyondLong_Overflows()
    {
        Action act = () => _ = new RatingDistribution(RatingScale.FivePoint, [long.MaxValue, 0, 0, 0, 1]);
        act.Should().Throw<OverflowException>();
    }

    [Test]
    public void Addition_OfDifferentScales_IsRefused()
    {
        RatingDistribution effort = RatingDistribution.Empty(new RatingScale(1, 5, ScaleDirection.LowerIsBetter));
        Action act = () => _ = RatingDistribution.Empty(RatingScale.FivePoint) + effort;
        act.Should().Throw<ArgumentException>();
    }

    [Test]
    public void Median_EvenNumber_IsTheMeanOfTheMiddleTwo()
    {
        new RatingDistribution(RatingScale.FivePoint, [2, 0, 0, 1, 1]).Median.Should().Be(2.5);
        new RatingDistribution(RatingScale.FivePoint, [0, 3, 0, 0, 2]).Median.Should().Be(2);
        RatingDistribution.Empty(RatingScale.FivePoint).Median.Should().BeNull();
    }

    [Test]
    public void StandardDeviation_FewerThanTwo_IsUnknown()
    {
        new RatingDistribution(RatingScale.FivePoint, [0, 0, 0, 0, 1]).StandardDeviation.Should().BeNull();
        new RatingDistribution(RatingScale.FivePoint, [0, 0, 0, 0, 2]).StandardDeviation.Should().Be(0);
    }

    [Test]
    public void CountBest_ByDirection_CountsFromTheGoodEnd()
    {
        RatingDistribution up = new(RatingScale.FivePoint, [1, 2, 3, 4, 5]);
        RatingDistribution down = new(new RatingScale(1, 5, ScaleDirection.LowerIsBetter), [1, 2, 3, 4, 5]);
        (up.CountBest(2), up.CountWorst(2)).Should().Be((9, 3));
        (down.CountBest(2), down.CountWorst(2)).Should().Be((3, 9));
        up.CountBest(0).Should().Be(0);
    }

    [TestCase(-1)]
    [TestCase(6)]
    public void CountBest_MorePointsThanTheScale_IsRefused(int points)
    {
        RatingDistribution answers = RatingDistribution.Empty(RatingScale.FivePoint);
        Action best = () => answers.CountBest(points);
        Action worst = () => answers.CountWorst(points);
        best.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(points));
        worst.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(points));
    }

    [TestCase(int.MinValue, ScaleDirection.HigherIsBetter)]
    [TestCase(int.MinValue, ScaleDirection.LowerIsBetter)]
    [TestCase(int.MaxValue - 2, ScaleDirection.HigherIsBetter)]
    [TestCase(int.MaxValue - 2, ScaleDirection.LowerIsBetter)]
    public void Counts_OfAScaleAtTheEndOfTheIntegers_AreRight(int minimum, ScaleDirection direction)
    {
        RatingDistribution answers = new(new RatingScale(minimum, minimum + 2, direction), [1, 2, 4]);
        answers.CountBetween(int.MinValue, int.MaxValue).Should().Be(7);
        answers.CountBetween(minimum + 1, minimum).Should().Be(0);
        (answers.CountBest(0) + answers.CountWorst(0)).Should().Be(0);
        (answers.CountBest(1) + answers.CountWorst(1)).Should().Be(5);
    }
}
