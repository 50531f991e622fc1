using CxMetrics.Calculation.Clustering;

namespace CxMetrics.Calculation.Tests.Clustering;

public sealed class ClusteredNetScoreTests
{
    [Test]
    public void FromClusters_None_HasNoValue()
    {
        ClusteredNetScore.FromClusters([]).Should().Be(Estimate.None);
        NetPromoterScore.FromAccounts([new(0, 0, 0)]).Should().Be(Estimate.None);
    }

    [Test]
    public void FromClusters_OneCluster_CountsAsOneAnswer()
    {
        Estimate score = ClusteredNetScore.FromClusters([new(5, 5, 10)]);
        score.Value.Should().Be(0.25);
        score.StandardError.Should().BeNull();
        score.EffectiveSampleSize.Should().Be(1);
        score.Interval!.Value.MarginOfError.Should().BeGreaterThan(0.5);
    }

    [Test]
    public void FromClusters_AllAlike_CountsTheClusters()
    {
        Estimate score = ClusteredNetScore.FromClusters([new(0, 0, 3), new(0, 0, 3), new(0, 0, 3)]);
        score.EffectiveSampleSize.Should().Be(3);
        score.Interval!.Value.Upper.Should().Be(1);
        double lower = NetScore.FromCounts(new(0, 0, 3)).Interval!.Value.Lower;
        score.Interval.Value.Lower.Should().BeApproximately(lower, 1e-12);
    }

    [Test]
    public void FromClusters_OfOneAnswerEach_IsAPlainScore()
    {
        Estimate score = ClusteredNetScore.FromClusters([
            new(1, 0, 0),
            new(0, 1, 0),
            new(0, 0, 1),
            new(0, 0, 0),
            new(0, 0, 1),
        ]);
        Estimate plain = NetScore.FromCounts(new(1, 1, 2));
        score.EffectiveSampleSize.Should().BeApproximately(4, 1e-12);
        score.Interval!.Value.Lower.Should().BeApproximately(plain.Interval!.Value.Lower, 1e-12);
        score.Interval.Value.Method.Should().Be("tangoScore");
    }

    [Test]
    public void FromClusters_OfTwoClasses_HasTwiceTheErrorOfTheShare()
    {
        Estimate share = ClusteredShare.FromClusters([new(1, 3), new(4, 4), new(2, 5)]);
        Estimate score = ClusteredNetScore.FromClusters([new(2, 0, 1), new(0, 0, 4), new(3, 0, 2)]);
        score.StandardError.Should().BeApproximately(2 * share.StandardError!.Value, 1e-12);
        score.EffectiveSampleSize.Should().BeApproximately(share.EffectiveSampleSize!.Value, 1e-12);
    }

    [Test]
    public void FromClusters_InAnotherOrder_IsTheSame() =>
        ClusteredNetScore
            .FromClusters([new(2, 1, 1), new(0, 0, 4), new(3, 0, 2)])
            .StandardError.Should()
            .BeApproximately(
                ClusteredNetScore.FromClusters([new(3, 0, 2), new(2, 1, 1), new(0, 0, 4)]).StandardError!.Value,
                1e-15
            );

    [Test]
    public void FromAccounts_MoreThanAQuarterInOne_IsConcentrated()
    {
        NetPromoterBands one = new(0, 1, 1);
        NetPromoterScore.FromAccounts([one, one, one, one]).Caveats.Should().Be(Caveats.None);
        NetPromoterScore.FromAccounts([one, one, one, new(1, 1, 1)]).Caveats.Should().Be(Caveats.Concentrated);
    }
}
