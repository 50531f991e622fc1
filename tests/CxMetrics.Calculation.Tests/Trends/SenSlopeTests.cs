using CxMetrics.Calculation.Ranking;
using CxMetrics.Calculation.Tests.Properties;
using CxMetrics.Calculation.Trends;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Trends;

public sealed class SenSlopeTests
{
    [TestCase(0)]
    [TestCase(1)]
    public void FromValues_FewerThanTwo_HasNoSlope(int length)
    {
        SenLine line = SenSlope.FromValues(new double[length]);
        line.Slope.Value.Should().BeNull();
        line.Slope.Interval.Should().BeNull();
        line.Slope.SampleSize.Should().Be(length);
        line.Intercept.Should().BeNull();
    }

    [Test]
    public void FromPoints_AllAtOnePosition_HasNoSlope() =>
        SenSlope.FromPoints([2, 2], [1, 5]).Slope.Value.Should().BeNull();

    [Test]
    public void FromValues_AllEqual_IsLevelWithoutInterval()
    {
        foreach (SenIntervalMethod method in Enum.GetValues<SenIntervalMethod>())
        {
            SenLine line = SenSlope.FromValues([4, 4, 4, 4, 4, 4], method: method);
            line.Slope.Value.Should().Be(0);
            line.Slope.Interval.Should().BeNull();
            line.Intercept.Should().Be(4);
        }
    }

    [Test]
    public void Interval_TooFewForTheLevel_IsNoneByDefaultAndClippedByScipysRule()
    {
        SenSlope.FromValues([1, 3, 2, 4]).Slope.Interval.Should().BeNull();
        SenSlope.FromValues([1, 3, 2, 4, 5]).Slope.Interval.Should().NotBeNull();
        ConfidenceInterval clipped = SenSlope
            .FromValues([1, 3, 2, 4], method: SenIntervalMethod.Scipy)
            .Slope.Interval!.Value;
        (clipped.Lower, clipped.Upper, clipped.Method).Should().Be((-1, 2, "senScipy"));
    }

    [Test]
    public void FromPoints_PeriodMissing_UsesTheTrueDistances()
    {
        SenLine line = SenSlope.FromPoints([8, 1, 2, 4], [24, 10, 12, 16]);
        line.Slope.Value.Should().Be(2);
        line.Intercept.Should().Be(8);
    }

    [Test]
    public void FromPoints_SharedPositions_LeavesTheirPairsOut() =>
        SenSlope.FromPoints([1, 1, 2, 2], [0, 10, 1, 11]).Slope.Value.Should().Be(1);

    [Test]
    public void FromPoints_OffsetsAndMagnitudes_KeepTheirDigits()
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        double[] y = [0, 2, 1, 5, 4, 7];
        double slope = SenSlope.FromPoints(x, y).Slope.Value!.Value;
        SenSlope.FromPoints([.. x.Select(v => v + 1.7e9)], [.. y.Select(v => v + 1e9)]).Slope.Value.Should().Be(slope);
        SenSlope
            .FromPoints(x, [.. y.Select(v => v * 1e300)])
            .Slope.Value.Should()
            .BeApproximately(slope * 1e300, 1e287);
        SenSlope
            .FromPoints([.. x.Select(v => v * 1e300)], [.. y.Select(v => v * 1e-5)])
            .Slope.Value.Should()
            .BeApproximately(slope * 1e-305, 1e-317);
        SenSlope.FromValues([-1.5e308, 0, 1.5e308]).Slope.Value.Should().Be(1.5e308);
    }

    [Test]
    public void FromPoints_ManyOfVeryDifferentSize_HaveASlope()
    {
        double[] x = [.. Enumerable.Range(0, 1_000).Select(index => (double)index)];
        double[] y = [.. x.Select(v => v > 990 ? 1e150 : 1e-150 * (v % 7))];
        SenSlope.FromPoints(x, y).Slope.Value.Should().BeInRange(-1e-148, 1e-148);
    }

    [Test]
    public void FromPoints_SlopeBeyondDoubles_IsNull()
    {
        SenLine line = SenSlope.FromPoints([0, 1e-300], [0, 1e300]);
        line.Slope.Value.Should().BeNull();
        line.Intercept.Should().BeNull();
    }

    [Test]
    public void FromValues_TenThousand_FindsTheMiddleOfFiftyMillionSlopes()
    {
        // A line with a wild fifth: the slopes between the other points are 0.25, more than half of all.
        double[] values =
        [
            .. Enumerable.Range(0, 10_000).Select(index => (0.25 * index) + (index % 5 == 0 ? 1e6 * index : 0)),
        ];
        SenSlope.FromValues(values).Slope.Value.Should().Be(0.25);
    }

    [Test]
    public void Slopes_ByRank_AreThoseOfTheSortedPairs() =>
        ForAll(
            SeriesGenerators.Points(fewest: 12),
            points =>
            {
                OrderedPoints ordered = Ordered(points);
                PairOrder pairs = PairOrder.OfSorted(ordered.X, ordered.Y);
                double[] expected = [.. Slopes(points).Order()];
                PairwiseSlopes slopes = new(ordered, pairs, capacity: 40);
                pairs.FirstOrdered.Should().Be(expected.Length);
                double[] found = [.. Enumerable.Range(1, expected.Length).Select(rank => slopes[rank])];
                found
                    .Zip(expected, (one, other) => Math.Abs(one - other))
                    .Max()
                    .Should()
                    .BeLessThanOrEqualTo(1e-12 * expected.Max(Math.Abs));
            }
        );

    [Test]
    public void FromValues_TimeReversed_TurnsTheLine() =>
        ForAll(
            SeriesGenerators.Series(shortest: 6),
            values =>
            {
                Estimate forth = SenSlope.FromValues(values).Slope;
                Estimate back = SenSlope.FromValues([.. values.Reverse()]).Slope;
                back.Value.Should().Be(-forth.Value);
            }
        );

    [Test]
    public void FromPoints_ShiftedAndScaled_FollowsTheUnits() =>
        ForAll(
            SeriesGenerators.Points(fewest: 8),
            points =>
            {
                SenLine line = SenSlope.FromPoints(X(points), Y(points));
                SenLine other = SenSlope.FromPoints(
                    [.. X(points).Select(x => (4 * x) + 100)],
                    [.. Y(points).Select(y => (2 * y) - 50)]
                );
                other.Slope.Value.Should().BeApproximately(line.Slope.Value!.Value / 2, 1e-9);
                other.Slope.Interval.HasValue.Should().Be(line.Slope.Interval.HasValue);
                if (line.Slope.Interval is { } interval)
                {
                    other.Slope.Interval!.Value.Lower.Should().BeApproximately(interval.Lower / 2, 1e-9);
                    other.Slope.Interval.Value.Upper.Should().BeApproximately(interval.Upper / 2, 1e-9);
                }
            }
        );

    [Test]
    public void Interval_HigherLevel_IsWiderAndHoldsTheSlope() =>
        ForAll(
            SeriesGenerators.Points(fewest: 8),
            Generators.Levels(),
            Generators.Levels(),
            (points, one, other) =>
            {
                foreach (SenIntervalMethod method in Enum.GetValues<SenIntervalMethod>())
                {
                    double low = Math.Min(one.Value, other.Value);
                    double high = Math.Max(one.Value, other.Value);
                    Estimate narrow = SenSlope.FromPoints(X(points), Y(points), low, method).Slope;
                    Estimate wide = SenSlope.FromPoints(X(points), Y(points), high, method).Slope;
                    if (wide.Interval is { } outer)
                    {
                        outer.ShouldHold(narrow.Interval!.Value);
                        wide.Value.Should().BeInRange(outer.Lower, outer.Upper);
                    }
                }
            }
        );

    [Test]
    public void FromPoints_Impossible_IsRefused()
    {
        Action notFinite = () => SenSlope.FromPoints([1, double.PositiveInfinity], [1, 2]);
        Action uneven = () => SenSlope.FromPoints([1], [1, 2]);
        Action level = () => SenSlope.FromValues([1, 2], 1);
        Action method = () => SenSlope.FromValues([1, 2], method: (SenIntervalMethod)7);
        notFinite.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("positions");
        uneven.Should().Throw<ArgumentException>().WithParameterName("values");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }

    private static IEnumerable<double> Slopes((double X, double Y)[] points) =>
        points
            .SelectMany(_ => points, (a, b) => (a, b))
            .Where(p => p.b.X > p.a.X)
            .Select(p => (p.b.Y - p.a.Y) / (p.b.X - p.a.X));

    private static OrderedPoints Ordered((double X, double Y)[] points) => OrderedPoints.Of(X(points), Y(points));

    private static double[] X((double X, double Y)[] points) => [.. points.Select(point => point.X)];

    private static double[] Y((double X, double Y)[] points) => [.. points.Select(point => point.Y)];
}
