using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Tests.Properties;
using CxMetrics.Calculation.Trends;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Trends;

public sealed class LinearTrendTests
{
    private static readonly double[] Months = [1, 2, 3, 4, 5, 6];
    private static readonly double[] Scores = [31, 35, 34, 39, 38, 44];

    [TestCase(0)]
    [TestCase(1)]
    public void FromPoints_FewerThanTwo_IsNotFitted(int length)
    {
        FitOutcome<LinearTrend> outcome = LinearTrend.FromPoints(new double[length], new double[length]);
        outcome.IsFitted.Should().BeFalse();
        outcome.Reason.Should().Be(NotFittedReason.TooFewObservations);
    }

    [Test]
    public void FromPoints_AllAtOnePosition_IsNotFitted()
    {
        LinearTrend.FromPoints([0.1, 0.1, 0.1], [1, 2, 3]).Reason.Should().Be(NotFittedReason.NoVariation);
        LinearTrend.FromPoints([1, 2, 2], [1, 2, 3], [0, 1, 1]).Reason.Should().Be(NotFittedReason.NoVariation);
    }

    [Test]
    public void FromPoints_Two_GoesThroughThemWithoutErrors()
    {
        LinearTrend line = LinearTrend.FromPoints([1, 3], [5, 9]).Model!;
        line.Slope.Should()
            .Be(
                new Estimate
                {
                    Value = 2,
                    StandardError = null,
                    Interval = null,
                    SampleSize = 2,
                }
            );
        line.Intercept.Value.Should().Be(3);
        line.At(10).Value.Should().Be(23);
        line.SlopeStatistic.Should().BeNull();
        line.SlopePValue.Should().BeNull();
        line.Sigma.Should().BeNull();
        line.RSquared.Should().Be(1);
    }

    [Test]
    public void FromPoints_OnALine_HasNoErrorsAndNoIntervals()
    {
        LinearTrend line = LinearTrend.FromPoints([0.1, 0.7, 1.3, 2.9], [1.2, 2.4, 3.6, 6.8]).Model!;
        line.Slope.Value.Should().BeApproximately(2, 1e-14);
        line.Slope.StandardError.Should().Be(0);
        line.Slope.Interval.Should().BeNull();
        line.SlopePValue.Should().BeNull();
        line.RSquared.Should().Be(1);
    }

    [Test]
    public void FromPoints_AllValuesEqual_IsLevelWithoutShareExplained()
    {
        LinearTrend line = LinearTrend.FromPoints(Months, [7, 7, 7, 7, 7, 7]).Model!;
        line.Slope.Value.Should().Be(0);
        line.Intercept.Value.Should().Be(7);
        line.RSquared.Should().BeNull();
    }

    [Test]
    public void FromPoints_WeightOfZero_LeavesThePointOut()
    {
        LinearTrend kept = LinearTrend.FromPoints([1, 2, 4, 5], [1, 3, 2, 6], [1, 2, 3, 4]).Model!;
        LinearTrend zero = LinearTrend.FromPoints([1, 2, 3, 4, 5], [1, 3, 99, 2, 6], [1, 2, 0, 3, 4]).Model!;
        zero.Slope.Should().Be(kept.Slope);
        zero.SampleSize.Should().Be(4);
        zero.Slope.Caveats.Should().Be(Caveats.Weighted);
    }

    [Test]
    public void FromStandardErrors_TwoPoints_HasTheErrorOfTheirDifference()
    {
        LinearTrend line = LinearTrend.FromStandardErrors([0, 2], [40, 50], [3, 4]).Model!;
        line.Slope.Value.Should().BeApproximately(5, 1e-14);
        line.Slope.StandardError.Should().BeApproximately(2.5, 1e-14);
        line.SlopePValue.Should().BeApproximately(0.04550026389635842, 1e-15);
        line.Slope.Interval!.Value.Method.Should().Be("normal");
        line.At(0).StandardError.Should().BeApproximately(3, 1e-14);
        line.At(2).StandardError.Should().BeApproximately(4, 1e-14);
        line.Sigma.Should().BeNull();
    }

    [Test]
    public void FromStandardErrors_Always_AgreesWithTheWeightedLineInItsPlace()
    {
        double[] errors = [2, 1, 3, 2, 1, 2];
        LinearTrend known = LinearTrend.FromStandardErrors(Months, Scores, errors).Model!;
        LinearTrend weighted = LinearTrend
            .FromPoints(Months, Scores, [.. errors.Select(error => 1 / (error * error))])
            .Model!;
        known.Slope.Value.Should().BeApproximately(weighted.Slope.Value!.Value, 1e-14);
        known.Sigma.Should().BeApproximately(weighted.Sigma!.Value, 1e-14);
        known
            .Slope.StandardError.Should()
            .BeApproximately(weighted.Slope.StandardError!.Value / weighted.Sigma.Value, 1e-14);
    }

    [Test]
    public void FromPoints_LargeOffsets_KeepTheirDigits()
    {
        double[] offsets = [.. Months.Select(month => month + 1.7e9)];
        LinearTrend line = LinearTrend.FromPoints(offsets, [.. Scores.Select(score => score + 1e9)]).Model!;
        LinearTrend plain = LinearTrend.FromPoints(Months, Scores).Model!;
        line.Slope.Value.Should().BeApproximately(plain.Slope.Value!.Value, 1e-14);
        line.Slope.StandardError.Should().BeApproximately(plain.Slope.StandardError!.Value, 1e-14);
        line.At(1.7e9 + 7).Value.Should().BeApproximately(1e9 + plain.At(7).Value!.Value, 2e-7);
        line.At(1.7e9 + 7).StandardError.Should().BeApproximately(plain.At(7).StandardError!.Value, 1e-13);
        line.Sigma.Should().BeApproximately(plain.Sigma!.Value, 1e-13);
    }

    [TestCase(1e300, 1e-300, 1e300)]
    [TestCase(1e-300, 1e-290, 1e-300)]
    [TestCase(1e-150, 1e150, 1e-200)]
    public void FromPoints_ExtremeMagnitudes_KeepTheirDigits(double x, double y, double w)
    {
        double[] weights = [3, 1, 4, 1, 5, 9];
        LinearTrend plain = LinearTrend.FromPoints(Months, Scores, weights).Model!;
        LinearTrend line = LinearTrend
            .FromPoints(
                [.. Months.Select(month => month * x)],
                [.. Scores.Select(score => score * y)],
                [.. weights.Select(weight => weight * w)]
            )
            .Model!;
        line.SlopePValue.Should().BeApproximately(plain.SlopePValue!.Value, 1e-14);
        line.RSquared.Should().BeApproximately(plain.RSquared!.Value, 1e-14);
        (line.Intercept.Value!.Value / y).Should().BeApproximately(plain.Intercept.Value!.Value, 1e-12);
        (line.Intercept.StandardError!.Value / y).Should().BeApproximately(plain.Intercept.StandardError!.Value, 1e-12);
    }

    [Test]
    public void At_BeyondDoubles_IsNull() =>
        LinearTrend.FromPoints([0, 1, 2], [0, 1e10, 3e10]).Model!.At(1e300).Value.Should().BeNull();

    [Test]
    public void FromPoints_AnyData_SolvesTheNormalEquations() =>
        ForAll(
            SeriesGenerators.Points(fewest: 3),
            points =>
            {
                (double[] x, double[] y, double[] w) = Columns(points);
                LinearTrend line = LinearTrend.FromPoints(x, y, w).Model!;
                double a = line.Intercept.Value!.Value;
                double b = line.Slope.Value!.Value;
                double scale = y.Max(Math.Abs) + 1;
                double[] residuals = [.. x.Select((_, i) => w[i] * (y[i] - a - (b * x[i])))];
                residuals.Sum().Should().BeApproximately(0, 1e-9 * scale);
                residuals.Select((r, i) => r * x[i]).Sum().Should().BeApproximately(0, 1e-8 * scale);
            }
        );

    [Test]
    public void FromPoints_ConstantAdded_MovesOnlyTheIntercept() =>
        ForAll(
            SeriesGenerators.Points(fewest: 3),
            points =>
            {
                (double[] x, double[] y, double[] w) = Columns(points);
                LinearTrend line = LinearTrend.FromPoints(x, y, w).Model!;
                LinearTrend moved = LinearTrend.FromPoints(x, [.. y.Select(value => value + 512)], w).Model!;
                double scale = 1e-11 * (y.Max(Math.Abs) + 512);
                moved.Intercept.Value.Should().BeApproximately(line.Intercept.Value!.Value + 512, scale);
                moved.Slope.Value.Should().BeApproximately(line.Slope.Value!.Value, scale);
                moved.Slope.StandardError.Should().BeApproximately(line.Slope.StandardError!.Value, scale);
                moved.Sigma.Should().BeApproximately(line.Sigma!.Value, 10 * scale);
            }
        );

    [Test]
    public void FromPoints_HigherLevel_IsWiderAndHoldsTheLine() =>
        ForAll(
            SeriesGenerators.Points(fewest: 4),
            Generators.Levels(),
            Generators.Levels(),
            (points, one, other) =>
            {
                (double[] x, double[] y, double[] w) = Columns(points);
                LinearTrend narrow = LinearTrend.FromPoints(x, y, w, Math.Min(one.Value, other.Value)).Model!;
                LinearTrend wide = LinearTrend.FromPoints(x, y, w, Math.Max(one.Value, other.Value)).Model!;
                foreach (
                    (Estimate inner, Estimate outer) in new[] { (narrow.Slope, wide.Slope), (narrow.At(3), wide.At(3)) }
                )
                {
                    if (outer.Interval is { } interval)
                    {
                        interval.ShouldHold(inner.Interval!.Value);
                        inner.Value.Should().BeInRange(inner.Interval.Value.Lower, inner.Interval.Value.Upper);
                    }
                }
            }
        );

    [Test]
    public void FromPoints_Impossible_IsRefused()
    {
        Action notFinite = () => LinearTrend.FromPoints([1, 2], [1, double.NaN]);
        Action uneven = () => LinearTrend.FromPoints([1], [1, 2]);
        Action negative = () => LinearTrend.FromPoints([1, 2], [1, 2], [1, -1]);
        Action fewWeights = () => LinearTrend.FromPoints([1, 2], [1, 2], [1]);
        Action noError = () => LinearTrend.FromStandardErrors([1, 2], [1, 2], [1, 0]);
        Action level = () => LinearTrend.FromPoints([1, 2], [1, 2], 0);
        Action position = () => LinearTrend.FromPoints([1, 2], [1, 2]).Model!.At(double.NaN);
        notFinite.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("values");
        uneven.Should().Throw<ArgumentException>().WithParameterName("values");
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weights");
        fewWeights.Should().Throw<ArgumentException>().WithParameterName("weights");
        noError.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("standardErrors");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        position.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("position");
    }

    private static (double[] X, double[] Y, double[] W) Columns((double X, double Y)[] points) =>
        (
            [.. points.Select(point => point.X)],
            [.. points.Select(point => point.Y)],
            [.. points.Select((_, index) => 1.0 + (index % 4))]
        );
}
