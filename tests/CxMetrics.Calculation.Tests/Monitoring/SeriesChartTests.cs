using CxMetrics.Calculation.Monitoring;
using CxMetrics.Calculation.Tests.Properties;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Monitoring;

public sealed class SeriesChartTests
{
    [Test]
    public void XmR_Nothing_HasNoCentre()
    {
        XmRChart chart = XmRChart.FromValues([]);
        chart.Individuals.Points.Should().BeEmpty();
        chart.MovingRanges.Points.Should().BeEmpty();
        chart.Individuals.Center.Should().BeNull();
        chart.Sigma.Should().BeNull();
    }

    [Test]
    public void XmR_OneValue_HasNoLimits()
    {
        XmRChart chart = XmRChart.FromValues([5]);
        chart.Individuals.Points.Should().Equal(new ChartPoint(5, null, 5, null, ChartRules.None));
        chart.MovingRanges.Points.Should().BeEmpty();
    }

    [Test]
    public void XmR_BaselineThatAgrees_SignalsNothing()
    {
        XmRChart chart = XmRChart.FromValues([5, 5, 5, 5, 9], baselinePoints: 4, rules: ChartRules.Nelson);
        chart.Sigma.Should().Be(0);
        chart.Individuals.Points.Should().OnlyContain(point => point.Upper == null && point.Signals == ChartRules.None);
        chart
            .MovingRanges.Points.Should()
            .OnlyContain(point => point.Upper == null && point.Signals == ChartRules.None);
    }

    [Test]
    public void XmR_Baseline_AloneSetsTheLimits()
    {
        XmRChart chart = XmRChart.FromValues([10, 12, 10, 12, 30], baselinePoints: 4);
        chart.Individuals.Center.Should().Be(11);
        chart.MovingRanges.Center.Should().Be(2);
        chart.MovingRanges.BaselinePoints.Should().Be(3);
        chart.Individuals.Points[4].Signals.Should().Be(ChartRules.BeyondLimits);
        chart.MovingRanges.Points[3].Signals.Should().Be(ChartRules.BeyondLimits);
    }

    [Test]
    public void XmR_NineOnOneSide_SignalsByDefault()
    {
        double[] values = [.. Enumerable.Repeat(new[] { 9.0, 11 }, 6).SelectMany(pair => pair)];
        double[] shifted = [.. values, .. Enumerable.Repeat(11.5, 9)];
        XmRChart chart = XmRChart.FromValues(shifted, baselinePoints: 12);
        chart.Individuals.Points[^1].Signals.Should().Be(ChartRules.NineOnOneSide);
        chart.Individuals.Points.Count(point => point.Signals != ChartRules.None).Should().Be(2);
    }

    [Test]
    public void XmR_ExtremeMagnitudesAndOffsets_KeepTheirDigits()
    {
        double[] values = [3, 1, 4, 1, 5, 9, 2, 6];
        double sigma = XmRChart.FromValues(values).Sigma!.Value;
        XmRChart.FromValues([.. values.Select(v => v * 1e298)]).Sigma.Should().BeApproximately(sigma * 1e298, 1e284);
        XmRChart.FromValues([.. values.Select(v => v * 1e-300)]).Sigma.Should().BeApproximately(sigma * 1e-300, 1e-314);
        XmRChart.FromValues([.. values.Select(v => v + 1e9)]).Sigma.Should().BeApproximately(sigma, 1e-14);
    }

    [Test]
    public void XmR_AnySeries_HasOrderedLimitsAndNoSignalInItsMiddle() =>
        ForAll(
            SeriesGenerators.Series(),
            Gen.Elements(Enum.GetValues<MovingRangeConstants>()).ToArbitrary(),
            (values, constants) =>
            {
                XmRChart chart = XmRChart.FromValues(values, null, constants);
                foreach (ChartPoint point in chart.Individuals.Points.Where(point => point.Lower is not null))
                {
                    point.Lower.Should().BeLessThan(point.Center!.Value);
                    point.Upper.Should().BeGreaterThan(point.Center.Value);
                }

                foreach (ChartPoint point in chart.MovingRanges.Points)
                {
                    point.Value.Should().BeGreaterThanOrEqualTo(0);
                    (point.Upper ?? point.Center).Should().BeGreaterThanOrEqualTo(point.Center!.Value);
                }
            }
        );

    [Test]
    public void Cusum_OfTheMirrorImage_SwapsItsSums() =>
        ForAll(
            SeriesGenerators.Series(),
            values =>
            {
                CusumChart chart = CusumChart.FromValues(values, 3, 50);
                CusumChart mirror = CusumChart.FromValues([.. values.Select(value => -value)], -3, 50);
                chart
                    .Points.Select(point => point.UpperSum)
                    .Should()
                    .Equal(mirror.Points.Select(point => -point.LowerSum));
                chart.Points.Select(point => point.IsHigh).Should().Equal(mirror.Points.Select(point => point.IsLow));
            }
        );

    [Test]
    public void Cusum_LastingShift_IsSignalledInItsDirection()
    {
        CusumChart chart = CusumChart.FromValues([.. Enumerable.Repeat(-1.0, 20)], 0, 1);
        chart.Points.Should().NotContain(point => point.IsHigh);
        chart.Points.TakeWhile(point => !point.IsLow).Should().HaveCount(10);
        chart.Points[^1].LowerSum.Should().Be(-10);
    }

    [Test]
    public void Ewma_WeightOfOne_IsTheSeries() =>
        ForAll(
            SeriesGenerators.Series(shortest: 1),
            values =>
            {
                ControlChart chart = EwmaChart.FromValues(values, 0, 2, 1, 3);
                chart.Points.Select(point => point.Value!.Value).Should().Equal(values);
                chart.Points.All(point => point.Lower == -6 && point.Upper == 6).Should().BeTrue();
            }
        );

    [Test]
    public void Ewma_AnyWeight_HasLimitsThatWidenToTheirAsymptote() =>
        ForAll(
            SeriesGenerators.Series(shortest: 2),
            Gen.Choose(1, 100).Select(percent => percent / 100.0).ToArbitrary(),
            (values, weight) =>
            {
                ControlChart chart = EwmaChart.FromValues(values, 1, 2, weight);
                double[] margins = [.. chart.Points.Select(point => point.Upper!.Value - 1)];
                margins[0].Should().BeApproximately(6 * weight, 1e-12);
                margins.Should().BeInAscendingOrder();
                margins[^1].Should().BeLessThanOrEqualTo((6 * Math.Sqrt(weight / (2 - weight))) + 1e-12);
                chart.Points.All(point => point.Lower <= point.Center && point.Center <= point.Upper).Should().BeTrue();
            }
        );

    [Test]
    public void Charts_Nothing_HaveNoPoints()
    {
        CusumChart.FromValues([], 0, 1).Points.Should().BeEmpty();
        EwmaChart.FromValues([], 0, 1).Points.Should().BeEmpty();
    }

    [Test]
    public void Charts_Impossible_AreRefused()
    {
        (string Name, Action Act)[] calls =
        [
            ("values", () => XmRChart.FromValues([double.NaN])),
            ("values", () => XmRChart.FromValues([1e301])),
            ("baselinePoints", () => XmRChart.FromValues([1], 2)),
            ("constants", () => XmRChart.FromValues([1], constants: (MovingRangeConstants)8)),
            ("values", () => CusumChart.FromValues([double.PositiveInfinity], 0, 1)),
            ("values", () => CusumChart.FromValues([1e300], 0, 1e-300)),
            ("target", () => CusumChart.FromValues([1], double.NaN, 1)),
            ("sigma", () => CusumChart.FromValues([1], 0, 0)),
            ("shift", () => CusumChart.FromValues([1], 0, 1, 0)),
            ("decisionInterval", () => CusumChart.FromValues([1], 0, 1, 1, -1)),
            ("sigma", () => EwmaChart.FromValues([1], 0, -1)),
            ("weight", () => EwmaChart.FromValues([1], 0, 1, 1.1)),
            ("sigmas", () => EwmaChart.FromValues([1], 0, 1, 0.2, 0)),
        ];
        foreach ((string name, Action act) in calls)
        {
            act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
        }
    }
}
