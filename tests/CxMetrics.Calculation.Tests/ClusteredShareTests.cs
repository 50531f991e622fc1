using CxMetrics.Calculation.Clustering;

namespace CxMetrics.Calculation.Tests;

public sealed class ClusteredShareTests
{
    [Test]
    public void FromClusters_None_HasNoValue()
    {
        ClusteredShare.FromClusters([]).Should().Be(Estimate.None);
        ClusteredShare.FromClusters([new(0, 0)]).Should().Be(Estimate.None);
    }

    [Test]
    public void FromClusters_OneCluster_CountsAsOneAnswer()
    {
        Estimate share = ClusteredShare.FromClusters([new(30, 40)]);
        share.Value.Should().Be(0.75);
        share.StandardError.Should().BeNull();
        share.EffectiveSampleSize.Should().Be(1);
        share.Interval!.Value.MarginOfError.Should().BeGreaterThan(0.3);
    }

    [Test]
    public void FromClusters_AllAlike_CountsTheClusters()
    {
        Estimate share = ClusteredShare.FromClusters([new(3, 3), new(3, 3), new(3, 3)]);
        share.EffectiveSampleSize.Should().Be(3);
        share.Interval!.Value.Upper.Should().Be(1);
        share.Interval.Value.Lower.Should().BeApproximately(Proportion.FromCounts(3, 3).Interval!.Value.Lower, 1e-12);
    }

    [Test]
    public void FromClusters_TheSameShareInEach_CountsTheClusters()
    {
        Estimate share = ClusteredShare.FromClusters([new(1, 3), new(2, 6), new(1, 3)]);
        share.StandardError.Should().Be(0);
        share.EffectiveSampleSize.Should().BeApproximately(144.0 / 54, 1e-12);
    }

    [Test]
    public void FromClusters_OfOneTrialEach_IsAPlainShare()
    {
        Estimate share = ClusteredShare.FromClusters([new(1, 1), new(0, 1), new(1, 1), new(0, 0), new(1, 1)]);
        share.EffectiveSampleSize.Should().BeApproximately(4, 1e-12);
        share.Interval!.Value.Lower.Should().BeApproximately(Proportion.FromCounts(3, 4).Interval!.Value.Lower, 1e-12);
    }

    [Test]
    public void FromClusters_MoreThanAQuarterInOne_IsConcentrated()
    {
        ClusteredShare.FromClusters([new(1, 2), new(0, 2), new(2, 2), new(1, 2)]).Caveats.Should().Be(Caveats.None);
        ClusteredShare
            .FromClusters([new(1, 2), new(0, 2), new(2, 2), new(1, 3)])
            .Caveats.Should()
            .Be(Caveats.Concentrated);
    }
}
