using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation.Tests.Survival;

public sealed class SurvivalCurveTests
{
    // The example of the metric definitions; + is censored.
    private static readonly SurvivalSample Example = new(
        [1, 2, 2, 3, 4, 5, 6, 6, 6, 6],
        [true, true, false, true, false, true, false, false, false, false]
    );

    [TestCase(1, 0.9000, 0.4730, 0.9853)]
    [TestCase(2, 0.8000, 0.4087, 0.9459)]
    [TestCase(3, 0.6857, 0.3046, 0.8871)]
    [TestCase(5, 0.5486, 0.1873, 0.8064)]
    public void At_OfTheExample_GivesTheGoldenNumbers(double time, double value, double lower, double upper)
    {
        Estimate estimate = Example.Curve().At(time).Estimate;

        estimate.Value.Should().BeApproximately(value, 5e-5);
        estimate.Interval!.Value.Lower.Should().BeApproximately(lower, 5e-5);
        estimate.Interval.Value.Upper.Should().BeApproximately(upper, 5e-5);
        estimate.Interval.Value.Method.Should().Be("logLog");
        estimate.SampleSize.Should().Be(10);
    }

    // The same with 40 digits (mpmath), from the formulas: S, standard error, limits of each method.
    [TestCase(
        1,
        0.9,
        0.09486832980505137,
        0.47300927136205034,
        0.9852813933673431,
        0.7320116427439926,
        1.0,
        0.7140614903086315,
        1.0
    )]
    [TestCase(
        2,
        0.8,
        0.12649110640673517,
        0.4086907816334041,
        0.9458726458389117,
        0.5868177012338136,
        1.0,
        0.5520819870781754,
        1.0
    )]
    [TestCase(
        3,
        0.6857142857142857,
        0.1514940174323206,
        0.3045850742018473,
        0.8871484950277075,
        0.44472166068521185,
        1.0,
        0.3887914676736542,
        0.9826371037549172
    )]
    [TestCase(
        5,
        0.5485714285714286,
        0.1724378453113667,
        0.18725595404526996,
        0.8063774910342681,
        0.296255650635536,
        1.0,
        0.21059946218946082,
        0.8865433949533963
    )]
    public void At_OfTheExample_KeepsItsDigits(
        double time,
        double survival,
        double standardError,
        double logLogLower,
        double logLogUpper,
        double logLower,
        double logUpper,
        double plainLower,
        double plainUpper
    )
    {
        SurvivalCurve curve = Example.Curve();

        curve.At(time).Estimate.Value.Should().BeApproximately(survival, 1e-15);
        curve.At(time).Estimate.StandardError.Should().BeApproximately(standardError, 1e-15);
        ShouldBe(SurvivalIntervalMethod.LogLog, logLogLower, logLogUpper);
        ShouldBe(SurvivalIntervalMethod.Log, logLower, logUpper);
        ShouldBe(SurvivalIntervalMethod.Plain, plainLower, plainUpper);

        void ShouldBe(SurvivalIntervalMethod method, double lower, double upper)
        {
            ConfidenceInterval interval = curve.At(time, method: method).Estimate.Interval!.Value;
            interval.Lower.Should().BeApproximately(lower, 1e-14);
            interval.Upper.Should().BeApproximately(upper, 1e-14);
        }
    }

    [Test]
    public void FromTimes_CensoredAtTheTimeOfAnEvent_IsStillAtRisk()
    {
        SurvivalCurve curve = Example.Curve();

        curve.Subjects.Should().Be(10);
        curve.Events.Should().Be(4);
        curve.Times.ToArray().Should().Equal(1, 2, 3, 4, 5, 6);
        curve.AtRisk.ToArray().Should().Equal(10, 9, 7, 6, 5, 4);
        curve.EventCounts.ToArray().Should().Equal(1, 1, 1, 0, 1, 0);
        curve.CensoredCounts.ToArray().Should().Equal(0, 1, 0, 1, 0, 4);
    }

    [Test]
    public void FromTimes_WithDelayedEntry_HasAtRiskWhoEnteredBefore()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([3, 5, 5, 8], [true, true, false, true], [0, 3, 2, 5]);

        // Whoever enters at 3 is not at risk at 3; whoever enters at 5 is not at risk at 5.
        curve.AtRisk.ToArray().Should().Equal(2, 2, 1);
        curve.Survival.ToArray().Should().Equal(0.5, 0.25, 0);
    }

    [Test]
    public void FromTimes_NoSubjects_HasNoSteps()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([], []);

        curve.Subjects.Should().Be(0);
        curve.Times.Length.Should().Be(0);
        curve.Limits().Count.Should().Be(0);
        curve.CumulativeHazard().Values.Length.Should().Be(0);
        curve.At(1).Should().Be(new EstimateAtTime(1, Estimate.None, 0));
        curve.Median().Should().Match<SurvivalQuantile>(median => median.Value == null && median.SampleSize == 0);
        SurvivalCurve.FromTimes([], [], []).Subjects.Should().Be(0);
    }

    [Test]
    public void FromTimes_ManySubjects_AreCountedAsFewAre()
    {
        // Beyond the length at which the radix sort takes over; two thirds have their event.
        double[] times = [.. Enumerable.Range(0, 9000).Select(x => (double)(x * 7919 % 9000 / 3))];
        bool[] events = [.. Enumerable.Range(0, 9000).Select(x => x * 7919 % 9000 % 3 != 0)];

        SurvivalCurve curve = SurvivalCurve.FromTimes(times, events);

        curve.Times.ToArray().Should().Equal(Enumerable.Range(0, 3000).Select(x => (double)x));
        curve.EventCounts.ToArray().Should().AllBeEquivalentTo(2);
        curve.CensoredCounts.ToArray().Should().AllBeEquivalentTo(1);
        curve.AtRisk.ToArray().Should().Equal(Enumerable.Range(0, 3000).Select(x => 9000 - (3 * x)));
    }

    [Test]
    public void FromTimes_MinusZeroAndSubnormalAndHugeTimes_KeepTheirOrder()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes(
            [double.MaxValue, -0.0, double.Epsilon, 0, 1e-300],
            [true, true, true, true, true]
        );

        curve.Times.ToArray().Should().Equal(0, double.Epsilon, 1e-300, double.MaxValue);
        curve.EventCounts.ToArray().Should().Equal(2, 1, 1, 1);
        curve.Quantile(0.9).Value.Should().Be(double.MaxValue);
        curve.Quantile(0.8).Value.Should().Be(double.MaxValue / 2);
    }

    [Test]
    public void FromTimes_LargeOffset_KeepsTheSmallDifferences()
    {
        double[] times = [1e9 + 0.25, 1e9 + 0.5, 1e9 + 0.75];

        SurvivalCurve.FromTimes(times, [true, true, true]).Times.ToArray().Should().Equal(times);
    }

    [TestCase(double.NaN)]
    [TestCase(-1e-9)]
    [TestCase(double.PositiveInfinity)]
    public void FromTimes_ImpossibleTime_NamesTheSubject(double time)
    {
        Action act = () => SurvivalCurve.FromTimes([1, time], [true, false]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("times").WithMessage("*Subject 1*");
    }

    [TestCase(double.NaN)]
    [TestCase(-1.0)]
    [TestCase(double.NegativeInfinity)]
    public void FromTimes_ImpossibleEntry_NamesTheSubject(double entry)
    {
        Action act = () => SurvivalCurve.FromTimes([1, 2], [true, false], [entry, 0]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("entries").WithMessage("*Subject 0*");
    }

    [TestCase(2.0)]
    [TestCase(3.5)]
    public void FromTimes_EntryNotBeforeTheTime_NamesTheSubject(double entry)
    {
        Action act = () => SurvivalCurve.FromTimes([1, 2], [true, false], [0, entry]);
        act.Should().Throw<ArgumentException>().WithParameterName("entries").WithMessage("Subject 1*leaves at 2*");
    }

    [Test]
    public void FromTimes_ListsOfOtherLengths_AreRefused()
    {
        Action events = () => SurvivalCurve.FromTimes([1, 2], [true]);
        Action entries = () => SurvivalCurve.FromTimes([1, 2], [true, false], [0]);
        Action noEntries = () => SurvivalCurve.FromTimes([1, 2], [true, false], []);
        events.Should().Throw<ArgumentException>().WithParameterName("events");
        entries.Should().Throw<ArgumentException>().WithParameterName("entries");
        noEntries.Should().Throw<ArgumentException>().WithParameterName("entries");
    }

    [Test]
    public void At_ImpossibleArguments_AreRefused()
    {
        SurvivalCurve curve = Example.Curve();
        Action time = () => curve.At(-1);
        Action notANumber = () => curve.At(double.NaN);
        Action level = () => curve.At(1, 1);
        Action method = () => curve.At(1, 0.95, (SurvivalIntervalMethod)9);
        time.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("time");
        notANumber.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("time");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }

    [Test]
    public void Limits_ImpossibleArguments_AreRefused()
    {
        SurvivalCurve curve = Example.Curve();
        Action level = () => curve.Limits(0);
        Action method = () => curve.Limits(0.95, (SurvivalIntervalMethod)9);
        Action step = () => _ = curve.Limits()[6];
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
        step.Should().Throw<IndexOutOfRangeException>();
    }

    [TestCase(SurvivalIntervalMethod.LogLog, "logLog")]
    [TestCase(SurvivalIntervalMethod.Log, "log")]
    [TestCase(SurvivalIntervalMethod.Plain, "plain")]
    public void Limits_ByMethod_NameItAndItsLevel(SurvivalIntervalMethod method, string name)
    {
        SurvivalLimits limits = Example.Curve().Limits(0.9, method);

        limits.Method.Should().Be(name);
        limits.Level.Should().Be(0.9);
        limits.Count.Should().Be(6);
        Example.Curve().At(3, 0.9, method).Estimate.Interval!.Value.Method.Should().Be(name);
    }

    [Test]
    public void Limits_WithoutSurvivors_AreNull()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([1, 2], [true, true]);

        curve.StandardErrorAt(1).Should().BeNull();
        foreach (SurvivalIntervalMethod method in Enum.GetValues<SurvivalIntervalMethod>())
        {
            curve.Limits(0.95, method)[1].Should().BeNull();
        }
    }

    [Test]
    public void Limits_BeforeTheFirstEvent_AreThoseOfR()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([1, 2], [false, true]);

        curve.StandardErrorAt(0).Should().Be(0);
        curve.Limits()[0].Should().BeNull();
        curve.Limits(0.95, SurvivalIntervalMethod.Log)[0].Should().Be(new IntervalLimits(1, 1));
        curve.Limits(0.95, SurvivalIntervalMethod.Plain)[0].Should().Be(new IntervalLimits(1, 1));
    }

    [Test]
    public void CumulativeHazard_OfTheExample_AddsUpTheRates()
    {
        CumulativeHazard hazard = Example.Curve().CumulativeHazard();

        double[] values = [1 / 10.0, 1 / 9.0, 1 / 7.0, 0, 1 / 5.0, 0];
        double sum = 0;
        double variance = 0;
        for (int step = 0; step < values.Length; step++)
        {
            sum += values[step];
            variance += values[step] * values[step];
            hazard.Values[step].Should().BeApproximately(sum, 1e-15);
            hazard.StandardErrors[step].Should().BeApproximately(Math.Sqrt(variance), 1e-15);
        }
    }
}
