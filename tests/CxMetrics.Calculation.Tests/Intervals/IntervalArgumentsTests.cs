using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Intervals;

/// <summary>What the formulas refuse: they divide by n and by the level's tail, so neither may be 0.</summary>
public sealed class IntervalArgumentsTests
{
    private static readonly Func<long, long, double, IntervalLimits>[] ShareIntervals =
    [
        WaldInterval.FromCounts,
        WilsonInterval.FromCounts,
        WilsonContinuityCorrectedInterval.FromCounts,
        AgrestiCoullInterval.FromCounts,
        AgrestiCoullInterval.Unclipped,
        ClopperPearsonInterval.FromCounts,
        JeffreysInterval.FromCounts,
        JeffreysInterval.EqualTailed,
    ];

    [TestCase(0, 0, "trials")]
    [TestCase(1, -1, "trials")]
    [TestCase(-1, 5, "successes")]
    [TestCase(6, 5, "successes")]
    public void ShareIntervals_ImpossibleCounts_AreRefused(long successes, long trials, string name)
    {
        foreach (Func<long, long, double, IntervalLimits> interval in ShareIntervals)
        {
            Action act = () => interval(successes, trials, 0.95);
            act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
        }
    }

    [TestCase(0.0)]
    [TestCase(1.0)]
    [TestCase(double.NaN)]
    public void EveryInterval_ImpossibleLevel_IsRefused(double level)
    {
        NetCounts counts = new(1, 2, 3);
        List<Action> calls =
        [
            .. ShareIntervals.Select<Func<long, long, double, IntervalLimits>, Action>(interval =>
                () => interval(1, 2, level)
            ),
            () => WaldInterval.FromCounts(counts, level),
            () => TangoScoreInterval.FromCounts(counts, level),
            () => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.Rocks, level),
            () => StudentTInterval.FromStandardError(0, 1, 3, level),
            () => PseudoAnswersInterval.FromDistribution(new(RatingScale.FivePoint, [1, 0, 0, 0, 0]), level),
        ];
        foreach (Action act in calls)
        {
            act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(level));
        }
    }

    [Test]
    public void NetIntervals_NoAnswers_AreRefused()
    {
        Action tango = () => TangoScoreInterval.FromCounts(default);
        Action wald = () => WaldInterval.FromCounts(default(NetCounts));
        Action adjusted = () => AdjustedWaldInterval.FromCounts(default, default);
        tango.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("counts");
        wald.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("counts");
        adjusted.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("pseudoCounts");
    }

    [Test]
    public void AdjustedWald_NegativePseudoCounts_AreRefused()
    {
        Action act = () => AdjustedWaldInterval.Center(new NetCounts(1, 2, 3), new PseudoCounts(-1, 2, 2));
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("pseudoCounts");
    }

    [Test]
    public void PseudoAnswers_NoAnswers_AreRefused()
    {
        Action act = () => PseudoAnswersInterval.FromDistribution(RatingDistribution.Empty(RatingScale.FivePoint));
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("distribution");
    }

    [TestCase(-0.1, 5.0, "share")]
    [TestCase(1.1, 5.0, "share")]
    [TestCase(double.NaN, 5.0, "share")]
    [TestCase(0.5, 0.0, "sampleSize")]
    [TestCase(0.5, double.PositiveInfinity, "sampleSize")]
    public void Wilson_ImpossibleShareOrSize_IsRefused(double share, double sampleSize, string name)
    {
        Action act = () => WilsonInterval.FromShare(share, sampleSize);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    [Test]
    public void StandardErrors_ZeroOfEitherSign_HaveNoWidth()
    {
        WaldInterval.FromStandardError(1, -0.0).Should().Be(new IntervalLimits(1, 1));
        StudentTInterval.FromStandardError(1, -0.0, 3).Should().Be(new IntervalLimits(1, 1));
    }

    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    public void StandardErrors_NegativeOrNaN_AreRefused(double error)
    {
        Action wald = () => WaldInterval.FromStandardError(0, error);
        Action t = () => StudentTInterval.FromStandardError(0, error, 3);
        wald.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("standardError");
        t.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("standardError");
    }
}
