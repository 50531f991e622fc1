using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Hypotheses;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Comparisons;

public sealed class ShareDifferenceTests
{
    private const double Digits = 1e-12;

    [Test]
    public void FromCounts_Newcombe_GivesThePublishedExample()
    {
        // Newcombe (1998), Statistics in Medicine 17, 873-890: 56 of 70 against 48 of 80, .0524 to .3339.
        ConfidenceInterval interval = ShareDifference.FromCounts(new(48, 80), new(56, 70)).Interval!.Value;

        interval.Lower.Should().BeApproximately(0.0524, 5e-5);
        interval.Upper.Should().BeApproximately(0.3339, 5e-5);
    }

    [TestCase(ShareDifferenceMethod.Newcombe, "newcombe")]
    [TestCase(ShareDifferenceMethod.MiettinenNurminen, "miettinenNurminen")]
    [TestCase(ShareDifferenceMethod.AgrestiCaffo, "agrestiCaffo")]
    public void FromCounts_ByMethod_NamesIt(ShareDifferenceMethod method, string name) =>
        ShareDifference.FromCounts(new(1, 4), new(3, 5), 0.9, method).Interval!.Value.Method.Should().Be(name);

    [Test]
    public void FromCounts_EqualSharesOfDifferentSizes_HaveNoDifferenceAtAll()
    {
        foreach (ShareDifferenceMethod method in Enum.GetValues<ShareDifferenceMethod>())
        {
            DifferenceEstimate difference = ShareDifference.FromCounts(new(1, 3), new(7, 21), method: method);
            difference.Value.Should().Be(0);
            difference.PValue.Should().Be(1);
        }
    }

    [Test]
    public void FromCounts_ManyTrials_KeepsTheDigitsOfASmallDifference()
    {
        // (10¹² + 1)/3·10¹² − 1/3 = 1/(3·10¹²).
        DifferenceEstimate difference = ShareDifference.FromCounts(
            new(1, 3),
            new(1_000_000_000_001, 3_000_000_000_000)
        );
        difference.Value.Should().BeApproximately(1 / 3e12, Digits / 3e12);
    }

    [Test]
    public void FromCounts_OneTrialEach_StaysWithinTheRange()
    {
        foreach (ShareDifferenceMethod method in Enum.GetValues<ShareDifferenceMethod>())
        {
            DifferenceEstimate difference = ShareDifference.FromCounts(new(0, 1), new(1, 1), method: method);
            difference.Value.Should().Be(1);
            difference.Interval!.Value.Upper.Should().Be(1);
            difference.Interval.Value.Lower.Should().BeInRange(-1, 0);
            difference.PValue.Should().BeGreaterThan(0.05);
        }
    }

    [Test]
    public void FromCounts_AgrestiCaffoOnTheOtherSideOfZero_IsExtendedAndSaysNothing()
    {
        // 0 of 1 against 1 of 50: after the additions 1/3 against 2/52, a fall, while the observed shares rise.
        DifferenceEstimate difference = ShareDifference.FromCounts(
            new(0, 1),
            new(1, 50),
            0.5,
            ShareDifferenceMethod.AgrestiCaffo
        );

        AgrestiCaffoInterval.FromCounts(new(0, 1), new(1, 50), 0.5).Upper.Should().BeNegative();
        difference.Interval!.Value.Upper.Should().Be(0.02);
        difference.PValue.Should().Be(1);
    }

    [Test]
    public void FromCounts_MiettinenNurminen_HasThePValueOfItsScoreTest()
    {
        ShareCounts first = new(12, 90);
        ShareCounts second = new(25, 95);
        double z = PooledZTest.Statistic(first, second)!.Value * Math.Sqrt(184 / 185.0);

        ShareDifference
            .FromCounts(first, second, 0.95, ShareDifferenceMethod.MiettinenNurminen)
            .PValue.Should()
            .BeApproximately(ZTest.TwoSidedPValue(z, 1)!.Value, Digits);
    }

    // Bisection at 40 digits with the constrained maximum found by bisection too; the second in closed form.
    [TestCase(0, 1, 1, 1, 0.999999, -0.919769343205971, 1.0)]
    [TestCase(5, 5, 864862188386, 864862188386, 0.999999, -2.7666982642839402e-11, 0.8271578383214572)]
    [TestCase(294926, 294928, 1, 1, 0.99, -0.8690160614880388, 3.4734663138840894e-05)]
    public void MiettinenNurminen_AtTheEdges_KeepsItsDigits(
        long firstSuccesses,
        long firstTrials,
        long secondSuccesses,
        long secondTrials,
        double level,
        double lower,
        double upper
    )
    {
        IntervalLimits limits = MiettinenNurminenInterval.FromCounts(
            new(firstSuccesses, firstTrials),
            new(secondSuccesses, secondTrials),
            level
        );
        limits.Lower.Should().BeApproximately(lower, 1e-15);
        limits.Upper.Should().BeApproximately(upper, 1e-15);
    }

    [Test]
    public void FromCounts_FarFromEqual_HasAPValueNearZero()
    {
        ShareDifference.FromCounts(new(10, 1000), new(990, 1000)).PValue.Should().BeInRange(0, 1e-100);
        ShareDifference.FromCounts(new(0, 1_000_000), new(1_000_000, 1_000_000)).PValue.Should().Be(0);
    }

    [Test]
    public void FromCounts_NoTrials_HasSizesOnly()
    {
        DifferenceEstimate difference = ShareDifference.FromCounts(default, new(3, 5));

        difference.Should().Be(DifferenceEstimate.None(0, 5));
        difference.Value.Should().BeNull();
        difference.PValue.Should().BeNull();
    }

    [Test]
    public void FromCounts_ImpossibleArguments_AreRefusedEvenWithoutTrials()
    {
        Action level = () => ShareDifference.FromCounts(default, default, 95);
        Action method = () => ShareDifference.FromCounts(default, default, 0.95, (ShareDifferenceMethod)9);
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(level));
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(method));
    }

    [Test]
    public void Formulas_WithoutTrials_AreRefused()
    {
        ShareCounts some = new(1, 2);
        Func<ShareCounts, ShareCounts, object>[] formulas =
        [
            (first, second) => NewcombeInterval.FromCounts(first, second),
            (first, second) => MiettinenNurminenInterval.FromCounts(first, second),
            (first, second) => WaldDifference.OfShares(first, second),
        ];
        foreach (Func<ShareCounts, ShareCounts, object> formula in formulas)
        {
            Action first = () => formula(default, some);
            Action second = () => formula(some, default);
            first.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(first));
            second.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(second));
        }
    }

    [TestCase(-1, 5, "successes")]
    [TestCase(6, 5, "successes")]
    [TestCase(0, -1, "trials")]
    public void ShareCounts_Impossible_AreRefused(long successes, long trials, string name)
    {
        Action act = () => _ = new ShareCounts(successes, trials);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    [Test]
    public void FromCounts_AgrestiCaffoOfTheMostThatCanBeCounted_DoesNotOverflow() =>
        ShareDifference
            .FromCounts(
                new(long.MaxValue, long.MaxValue),
                new(5, long.MaxValue),
                method: ShareDifferenceMethod.AgrestiCaffo
            )
            .Value.Should()
            .Be(-1);

    // The square of a normal quantile as small as 1e-300 is 0.
    [Test]
    public void FromCounts_TheLowestLevels_StillHaveLimits(
        [Values] ShareDifferenceMethod method,
        [Values(0, 1, 3)] int successes
    )
    {
        ConfidenceInterval difference = ShareDifference
            .FromCounts(new(successes, 3), new(1, 3), 1e-300, method)
            .Interval!.Value;
        (difference.Upper - difference.Lower).Should().BeInRange(0, 0.5);
        Proportion.FromCounts(successes, 3, 1e-300).Interval!.Value.MarginOfError.Should().BeInRange(0, 1e-15);
    }
}
