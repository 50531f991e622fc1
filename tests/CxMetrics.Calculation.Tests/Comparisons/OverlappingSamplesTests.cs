using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Comparisons;

public sealed class OverlappingSamplesTests
{
    // The formula of Newcombe's paired method 10 by mpmath. The first is the example of complete response before and after therapy (Cavo
    // et al. 2012), for which R's contingencytables prints .0046 to .1186.
    [TestCase(59, 6, 16, 80, 0.004625113933050066, 0.1186211956387099)]
    [TestCase(1, 1, 7, 12, 0.02555912416485985, 0.5069202266861409)]
    [TestCase(30, 0, 0, 20, -0.0403803315829743, 0.0403803315829743)]
    [TestCase(5, 30, 20, 4, -0.3838978990575727, 0.06394183691717183)]
    public void FromOverlappingSamples_PairsOnly_IsNewcombesPairedInterval(
        long bothTimes,
        long firstTimeOnly,
        long secondTimeOnly,
        long neitherTime,
        double lower,
        double upper
    )
    {
        PairedShareCounts both = new(bothTimes, firstTimeOnly, secondTimeOnly, neitherTime);

        DifferenceEstimate difference = ShareDifference.FromOverlappingSamples(default, default, both);

        difference.Value.Should().BeApproximately((double)(secondTimeOnly - firstTimeOnly) / both.Total, 1e-15);
        difference.Interval!.Value.Lower.Should().BeApproximately(lower, 1e-14);
        difference.Interval.Value.Upper.Should().BeApproximately(upper, 1e-14);
        difference.Interval.Value.Method.Should().Be("newcombeOverlapping");
    }

    [Test]
    public void FromOverlappingSamples_NobodyInBoth_IsTheIndependentDifference()
    {
        ShareDifference
            .FromOverlappingSamples(new(10, 30), new(22, 40), default, 0.9)
            .Should()
            .Be(ShareDifference.FromCounts(new(10, 30), new(22, 40), 0.9));
        NetPromoterDifference
            .FromOverlappingSamples(new(10, 5, 15), new(4, 9, 22), default, 0.9)
            .Should()
            .Be(NetPromoterDifference.FromBands(new(10, 5, 15), new(4, 9, 22), 0.9));
    }

    [Test]
    public void FromOverlappingSamples_PairsOnly_HasTheStandardErrorOfTheMeanChange()
    {
        long[] table = [11, 3, 2, 4, 20, 9, 1, 5, 45];
        PairedNetCounts both = PairedNetCounts.FromTable(table);
        double mean = 0;
        double squares = 0;
        for (int cell = 0; cell < table.Length; cell++)
        {
            int change = (cell % 3) - (cell / 3);
            mean += (double)table[cell] * change / 100;
            squares += (double)table[cell] * change * change / 100;
        }

        DifferenceEstimate difference = NetScoreDifference.FromOverlappingSamples(default, default, both);

        difference.Value.Should().BeApproximately(mean, 1e-15);
        difference.StandardError.Should().BeApproximately(Math.Sqrt((squares - (mean * mean)) / 100), 1e-15);
    }

    [Test]
    public void FromOverlappingSamples_PartOfBoth_CarriesTheCovarianceOfThePairs()
    {
        // 40 pairs inside samples of 60 and 100; covariance of the scores Σ(x − x̄)(y − ȳ)/(n₁n₂).
        PairedNetCounts both = PairedNetCounts.FromTable([6, 1, 1, 2, 8, 2, 1, 3, 16]);
        NetCounts onlyFirst = new(5, 5, 10);
        NetCounts onlySecond = new(10, 20, 30);
        double cross = both.Agreement - ((20.0 - 8) * (19 - 9) / 40);
        double one = NetScore.FromCounts(onlyFirst + both.First).StandardError!.Value;
        double other = NetScore.FromCounts(onlySecond + both.Second).StandardError!.Value;

        DifferenceEstimate difference = NetScoreDifference.FromOverlappingSamples(onlyFirst, onlySecond, both);
        DifferenceEstimate independent = NetScoreDifference.FromCounts(
            onlyFirst + both.First,
            onlySecond + both.Second
        );

        double variance = (one * one) + (other * other) - (2 * cross / 6000);
        difference.StandardError.Should().BeApproximately(Math.Sqrt(variance), 1e-15);
        difference.Value.Should().Be(independent.Value);
        difference.Interval!.Value.MarginOfError.Should().BeLessThan(independent.Interval!.Value.MarginOfError);
        difference.FirstSampleSize.Should().Be(60);
        difference.SecondSampleSize.Should().Be(100);
    }

    [Test]
    public void FromOverlappingSamples_NobodyChanged_StillHasAWidth()
    {
        foreach (long each in new[] { 1L, 10, 1_000_000 })
        {
            DifferenceEstimate difference = NetScoreDifference.FromOverlappingSamples(
                default,
                default,
                PairedNetCounts.FromTable([each, 0, 0, 0, each, 0, 0, 0, each])
            );

            difference.Value.Should().Be(0);
            difference.StandardError.Should().Be(0);
            difference.PValue.Should().Be(1);

            // As if one of all pairs had moved by one class: 1.96/m at most, from sides that vary.
            difference.Interval!.Value.MarginOfError.Should().BeInRange(1.2 / (3 * each), 2 / (3.0 * each));
        }
    }

    [Test]
    public void FromTable_NotNineCountsOrANegativeOne_IsRefused()
    {
        Action few = () => PairedNetCounts.FromTable([1, 2, 3]);
        Action negative = () => PairedNetCounts.FromTable([0, 0, 0, 0, -1, 0, 0, 0, 0]);
        few.Should().Throw<ArgumentException>().WithParameterName("table");
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("table");
    }

    [Test]
    public void PairedShareCounts_Negative_AreRefused()
    {
        Action act = () => _ = new PairedShareCounts(1, 2, -1, 4);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("secondTimeOnly");
    }

    [Test]
    public void PairedShareCounts_Added_AddEveryCell() =>
        (new PairedShareCounts(1, 2, 3, 4) + new PairedShareCounts(10, 20, 30, 40))
            .Should()
            .Be(new PairedShareCounts(11, 22, 33, 44));

    [TestCase(1.5)]
    [TestCase(double.NaN)]
    public void SquareAndAdd_ImpossibleCorrelation_IsRefused(double correlation)
    {
        Action act = () => SquareAndAdd.Difference(0, new(-1, 1), 0, new(-1, 1), correlation);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(correlation));
    }

    [Test]
    public void SquareAndAdd_FullyCorrelatedEqualArms_Cancel()
    {
        SquareAndAdd.Difference(3, new(2, 4), 7, new(6, 8), 1).Should().Be(new IntervalLimits(4, 4));
        IntervalLimits opposite = SquareAndAdd.Difference(3, new(2, 4), 7, new(6, 8), -1);
        opposite.Lower.Should().BeApproximately(2, 1e-15);
        opposite.Upper.Should().BeApproximately(6, 1e-15);
    }

    [Test]
    public void SquareAndAdd_HugeArms_DoNotOverflow() =>
        SquareAndAdd
            .Difference(0, new(-3e200, 3e200), 0, new(-4e200, 4e200))
            .Upper.Should()
            .BeApproximately(5e200, 1e186);
}
