using CxMetrics.Calculation.Monitoring;
using CxMetrics.Calculation.Trends;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Trends;

/// <summary>Whatever finite numbers come in: what comes out is a finite number or nothing.</summary>
public sealed class ExtremeSeriesTests
{
    private static readonly double[] Magnitudes = [0, double.Epsilon, 1e-300, 1e-150, 1, 1e9, 1e9 + 1, 1e150, 1e300];

    [Test]
    public void Trends_AnyFinitePoints_AreNumbersOrNothing() =>
        ForAll(
            Series(),
            Series(),
            (one, other) =>
            {
                int length = Math.Min(one.Length, other.Length);
                double[] x = one[..length];
                double[] y = other[..length];
                MannKendallResult test = MannKendall.FromPoints(x, y);
                SenLine sen = SenSlope.FromPoints(x, y);
                double?[] numbers =
                [
                    test.Z,
                    test.PValue,
                    test.TauB,
                    test.Variance,
                    sen.Intercept,
                    .. Numbers(sen.Slope),
                    .. Numbers(LinearTrend.FromPoints(x, y).Model),
                    .. Numbers(LinearTrend.FromPoints(x, y, [.. y.Select(Math.Abs)]).Model),
                    .. Numbers(LinearTrend.FromStandardErrors(x, y, [.. x.Select(v => Math.Abs(v) + 1e-300)]).Model),
                ];
                numbers.Should().OnlyContain(number => number == null || double.IsFinite(number.Value));
            }
        );

    [Test]
    public void Charts_AnyFiniteValues_AreNumbersOrNothing() =>
        ForAll(
            Series(),
            values =>
            {
                double target = values.FirstOrDefault();
                XmRChart chart = XmRChart.FromValues(values, rules: ChartRules.Nelson);
                ControlChart ewma = EwmaChart.FromValues(values, target, 1e-300);
                ControlChart[] charts = [chart.Individuals, chart.MovingRanges, ewma];
                double?[] numbers =
                [
                    chart.Sigma,
                    .. charts.SelectMany(one => one.Points).SelectMany(point => Numbers(point)),
                    .. CusumChart.FromValues(values, target, 1e300).Points.Select(point => (double?)point.UpperSum),
                ];
                numbers.Should().OnlyContain(number => number == null || double.IsFinite(number.Value));
            }
        );

    [Test]
    public void Cusum_ConstantOnTarget_SignalsNothing() =>
        ForAll(
            Series(),
            Gen.Choose(1, 200).ToArbitrary(),
            (values, length) =>
            {
                double target = values.FirstOrDefault();
                CusumChart chart = CusumChart.FromValues([.. Enumerable.Repeat(target, length)], target, 1);
                chart.Points.Should().OnlyContain(point => point == default);
            }
        );

    private static Arbitrary<double[]> Series() =>
        Gen.ArrayOf(
                from magnitude in Gen.Elements(Magnitudes)
                from factor in Gen.Choose(-4, 4)
                select magnitude * factor / 4
            )
            .ToArbitrary();

    private static double?[] Numbers(Estimate estimate) =>
        [estimate.Value, estimate.StandardError, estimate.Interval?.Lower, estimate.Interval?.Upper];

    private static double?[] Numbers(ChartPoint point) => [point.Value, point.Lower, point.Center, point.Upper];

    private static double?[] Numbers(LinearTrend? line) =>
        line is null
            ? []
            :
            [
                line.Sigma,
                line.RSquared,
                line.SlopeStatistic,
                line.SlopePValue,
                .. Numbers(line.Slope),
                .. Numbers(line.Intercept),
            ];
}
