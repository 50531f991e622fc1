using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Comparisons;

public sealed class NetScoreDifferenceTests
{
    private static readonly NetCounts First = new(20, 30, 50);
    private static readonly NetCounts Second = new(12, 30, 58);

    [TestCase(NetScoreDifferenceMethod.TangoSquareAndAdd, "tangoSquareAndAdd")]
    [TestCase(NetScoreDifferenceMethod.AdjustedWald, "adjustedWald")]
    [TestCase(NetScoreDifferenceMethod.Wald, "wald")]
    public void FromCounts_ByMethod_NamesIt(NetScoreDifferenceMethod method, string name) =>
        NetScoreDifference.FromCounts(First, Second, 0.9, method).Interval!.Value.Method.Should().Be(name);

    [Test]
    public void FromBands_OfTheSameAnswers_IsTheDifferenceTimes100()
    {
        DifferenceEstimate natural = NetScoreDifference.FromCounts(First, Second);
        DifferenceEstimate points = NetPromoterDifference.FromBands(new(20, 30, 50), new(12, 30, 58));

        points.Value.Should().Be(16);
        points.StandardError.Should().BeApproximately(100 * natural.StandardError!.Value, 1e-12);
        points.Interval!.Value.Lower.Should().BeApproximately(100 * natural.Interval!.Value.Lower, 1e-12);
        points.Interval.Value.Upper.Should().BeApproximately(100 * natural.Interval.Value.Upper, 1e-12);
        points.PValue.Should().Be(natural.PValue);
        points.FirstSampleSize.Should().Be(100);
        points.SecondSampleSize.Should().Be(100);
    }

    [Test]
    public void FromCounts_WaldWithoutSpread_AnswersWithTheDefault() =>
        NetScoreDifference
            .FromCounts(new(0, 0, 4), new(0, 7, 0), 0.95, NetScoreDifferenceMethod.Wald)
            .Should()
            .Be(NetScoreDifference.FromCounts(new(0, 0, 4), new(0, 7, 0)));

    [Test]
    public void FromCounts_AllPromotersTwice_IsNoDifferenceWithAWidth()
    {
        DifferenceEstimate difference = NetScoreDifference.FromCounts(new(0, 0, 8), new(0, 0, 5));

        difference.Value.Should().Be(0);
        difference.PValue.Should().Be(1);
        difference.StandardError.Should().Be(0);
        difference.Interval!.Value.Lower.Should().BeInRange(-1, -0.3);
        difference.Interval.Value.Upper.Should().BeInRange(0.3, 1);
    }

    [Test]
    public void FromCounts_OnePromoterAgainstOneDetractor_IsNotDistinguished()
    {
        DifferenceEstimate difference = NetPromoterDifference.FromBands(new(0, 0, 1), new(1, 0, 0));

        difference.Value.Should().Be(-200);
        difference.Interval!.Value.Lower.Should().Be(-200);
        difference.Interval.Value.Upper.Should().BePositive();
        difference.PValue.Should().BeInRange(0.05, 0.5);
    }

    [Test]
    public void FromCounts_NoAnswers_HasSizesOnly()
    {
        NetScoreDifference.FromCounts(First, default).Should().Be(DifferenceEstimate.None(100, 0));
        NetScoreDifference.FromOverlappingSamples(default, First, default).Should().Be(DifferenceEstimate.None(0, 100));
    }

    [Test]
    public void FromCounts_UnknownMethod_IsRefused()
    {
        Action method = () => NetScoreDifference.FromCounts(default, default, 0.95, (NetScoreDifferenceMethod)9);
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(method));
    }

    [Test]
    public void OfNetScores_WithPseudoCounts_IsTheDifferenceOfTheAdjustedScores()
    {
        foreach (
            PseudoCounts added in new[]
            {
                PseudoCounts.Rocks,
                PseudoCounts.AgrestiMin,
                PseudoCounts.BonettPrice,
                PseudoCounts.Uniform,
                PseudoCounts.AddFour,
            }
        )
        {
            WaldDifference difference = WaldDifference.OfNetScores(First, Second, added);

            double n = 100 + added.Total;
            difference.Value.Should().BeApproximately(16 / n, 1e-12);
            double one = AdjustedWaldInterval.StandardError(First, added);
            double other = AdjustedWaldInterval.StandardError(Second, added);
            difference.StandardError.Should().BeApproximately(Math.Sqrt((one * one) + (other * other)), 1e-12);
        }
    }

    [Test]
    public void OfNetScores_WithoutAnswers_IsRefused()
    {
        Action first = () => WaldDifference.OfNetScores(default, First);
        Action second = () => WaldDifference.OfNetScores(First, default);
        first.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(first));
        second.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(second));
    }
}
