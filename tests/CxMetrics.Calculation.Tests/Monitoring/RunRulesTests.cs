using CxMetrics.Calculation.Monitoring;
using CxMetrics.Calculation.Resampling;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Monitoring;

public sealed class RunRulesTests
{
    private const double Gap = double.NaN;

    public static IEnumerable<TestCaseData> Patterns()
    {
        yield return Pattern(ChartRules.BeyondLimits, 2, 0, 3.1);
        yield return Pattern(ChartRules.BeyondLimits, 2, 0, -3.1);
        yield return Pattern(ChartRules.NineOnOneSide, 9, 1, 2, .1, .5, 1, 2, .1, .5, 1);
        yield return Pattern(ChartRules.EightOnOneSide, 8, -1, -2, -.1, -.5, -1, -2, -.1, -.5);
        yield return Pattern(ChartRules.SixTrending, 6, -1, -.5, 0, .5, 1, 1.5);
        yield return Pattern(ChartRules.SixTrending, 7, 0, 1, .8, .5, 0, -.5, -1);
        yield return Pattern(ChartRules.FourteenAlternating, 14, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
        yield return Pattern(ChartRules.TwoOfThreeBeyondTwoSigma, 3, 2.5, 0, 2.1);
        yield return Pattern(ChartRules.TwoOfThreeBeyondTwoSigma, 2, -2.5, -2.1);
        yield return Pattern(ChartRules.FourOfFiveBeyondOneSigma, 5, 1.5, 1.2, 0, 1.1, 1.3);
        yield return Pattern(
            ChartRules.FifteenWithinOneSigma,
            15,
            .5,
            -.5,
            0,
            .9,
            .5,
            .2,
            -.5,
            0,
            .9,
            .5,
            .2,
            -.5,
            0,
            .9,
            .5
        );
        yield return Pattern(ChartRules.EightOutsideOneSigma, 8, 1.5, -1.5, 1.2, -1.1, 1.5, 1.5, -1.5, 1.2);
    }

    [TestCaseSource(nameof(Patterns))]
    public void Mark_Pattern_SignalsAtThePointThatCompletesIt(ChartRules rule, int place, double[] values)
    {
        ControlChart chart = Mark(rule, values);
        chart.Points.Count(point => point.Signals == rule).Should().Be(1);
        chart.Points[place - 1].Signals.Should().Be(rule);
    }

    [TestCase(ChartRules.NineOnOneSide, 1, 2, .1, .5, 0, 2, .1, .5, 1, 1)]
    [TestCase(ChartRules.NineOnOneSide, 1, 2, .1, .5, Gap, 2, .1, .5, 1, 1)]
    [TestCase(ChartRules.NineOnOneSide, 1, 2, .1, .5, -.1, 2, .1, .5, 1, 1)]
    [TestCase(ChartRules.SixTrending, 1, 2, 3, 3, 4, 5, 6)]
    [TestCase(ChartRules.SixTrending, 1, 2, 3, Gap, 4, 5, 6)]
    [TestCase(ChartRules.FourteenAlternating, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0)]
    [TestCase(ChartRules.TwoOfThreeBeyondTwoSigma, 2.5, 0, -2.1)]
    [TestCase(ChartRules.TwoOfThreeBeyondTwoSigma, 2.5, 2.0, 0)]
    [TestCase(ChartRules.FourOfFiveBeyondOneSigma, 1.5, 1.2, 0, 0, 1.1, 1.3)]
    [TestCase(ChartRules.FourOfFiveBeyondOneSigma, 1.5, 1.2, Gap, 1.3, .9)]
    [TestCase(ChartRules.FifteenWithinOneSigma, .5, -.5, 0, .9, .5, .2, -.5, 1, .9, .5, .2, -.5, 0, .9, .5)]
    [TestCase(ChartRules.FifteenWithinOneSigma, .5, -.5, 0, .9, .5, .2, Gap, .1, .9, .5, .2, -.5, 0, .9, .5)]
    [TestCase(ChartRules.EightOutsideOneSigma, 1.5, -1.5, 1.2, -1, 1.5, 1.5, -1.5, 1.2)]
    [TestCase(ChartRules.BeyondLimits, 3, -3)]
    public void Mark_PatternBroken_DoesNotSignal(ChartRules rule, params double[] values) =>
        Mark(rule, values).Points.Should().OnlyContain(point => point.Signals == ChartRules.None);

    [Test]
    public void Mark_RunThatGoesOn_SignalsAtEveryPoint() =>
        Mark(ChartRules.NineOnOneSide, [.. Enumerable.Repeat(1.0, 12)])
            .Points.Count(point => point.Signals == ChartRules.NineOnOneSide)
            .Should()
            .Be(4);

    // The mean run lengths in control that the documentation states; Champ and Woodall (1987) give all but the default.
    [TestCase(ChartRules.BeyondLimits, 370.4)]
    [TestCase(ChartRules.Default, 216.7)]
    [TestCase(ChartRules.BeyondLimits | ChartRules.EightOnOneSide, 152.7)]
    [TestCase(ChartRules.WesternElectric, 91.8)]
    public void Rules_InControl_SignalAsSeldomAsStated(ChartRules rules, double expected)
    {
        const int Runs = 1_000;
        RandomStreamSource random = new(20_261_122);
        long points = 0;
        for (int run = 0; run < Runs; run++)
        {
            points += RunLength(rules, random);
        }

        ((double)points / Runs).Should().BeApproximately(expected, 4 * expected / Math.Sqrt(Runs));
    }

    [Test]
    public void Rules_Unknown_AreRefused()
    {
        Action act = () => XmRChart.FromValues([1, 2], rules: (ChartRules)4096);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("rules");
    }

    private static int RunLength(ChartRules rules, RandomStreamSource random)
    {
        RunCounter runs = new();
        int length = 0;
        ChartRules signals = ChartRules.None;
        while ((signals & rules) == ChartRules.None)
        {
            double z = Normal.Sample(random, 0, 1);
            signals = runs.Next(z, z) | (Math.Abs(z) > 3 ? ChartRules.BeyondLimits : ChartRules.None);
            length++;
        }

        return length;
    }

    private static TestCaseData Pattern(ChartRules rule, int place, params double[] values) => new(rule, place, values);

    private static ControlChart Mark(ChartRules rules, double[] values) =>
        RunRules.Mark(
            [.. values.Select(value => double.IsNaN(value) ? default : new ChartLine(value, 1, -3, 3))],
            0,
            values.Length,
            rules
        );
}
