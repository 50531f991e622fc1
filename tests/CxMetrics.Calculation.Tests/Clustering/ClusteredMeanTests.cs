using CxMetrics.Calculation.Clustering;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Clustering;

public sealed class ClusteredMeanTests
{
    private static readonly double[] Values = [3, 4, 4, 7, 1, 2, 2, 5, 9, 8];
    private static readonly int[] Accounts = [1, 1, 1, 7, 3, 3, 3, 4, 5, 5];

    // Mean 4.5; the deviations add up to -2.5, 2.5, -8.5, 0.5 and 8 by account: variance 5/4 · 149/100.
    [Test]
    public void FromValues_Accounts_HasTheLinearisedError()
    {
        Estimate mean = ClusteredMean.FromValues(Values, Accounts);
        double error = Math.Sqrt(1.25 * 149 / 100);
        mean.Value.Should().Be(4.5);
        mean.StandardError.Should().BeApproximately(error, 1e-14);
        mean.EffectiveSampleSize.Should().BeApproximately(66.5 / 9 / (error * error), 1e-12);
        mean.Interval!.Value.Upper.Should().BeApproximately(4.5 + (2.7764451051977987 * error), 1e-12);
        mean.Interval.Value.Method.Should().Be("t");
        mean.Caveats.Should().Be(Caveats.Concentrated);
    }

    [Test]
    public void FromValues_ZerosAndOnes_AreAShare()
    {
        Estimate mean = ClusteredMean.FromValues([1, 0, 0, 1, 1, 1, 0], [1, 1, 1, 2, 2, 3, 3]);
        Estimate share = ClusteredShare.FromClusters([new(1, 3), new(2, 2), new(1, 2)]);
        mean.StandardError.Should().BeApproximately(share.StandardError!.Value, 1e-14);
        mean.EffectiveSampleSize.Should().BeApproximately(share.EffectiveSampleSize!.Value, 1e-12);
    }

    [Test]
    public void FromValues_OneNumberEach_IsAPlainMean()
    {
        Estimate mean = ClusteredMean.FromValues(Values, [.. Enumerable.Range(0, Values.Length)]);
        Estimate plain = Mean.FromValues(Values);
        mean.StandardError.Should().BeApproximately(plain.StandardError!.Value, 1e-14);
        mean.EffectiveSampleSize.Should().BeApproximately(Values.Length, 1e-12);
        mean.Interval!.Value.Lower.Should().BeApproximately(plain.Interval!.Value.Lower, 1e-13);
        mean.Caveats.Should().Be(Caveats.None);
    }

    [TestCase(1e300, 0)]
    [TestCase(1e-300, 0)]
    [TestCase(1, 1e9)]
    public void FromValues_AnyUnitAndOffset_KeepsItsDigits(double unit, double offset)
    {
        Estimate mean = ClusteredMean.FromValues([.. Values.Select(value => (value * unit) + offset)], Accounts);
        double error = ClusteredMean.FromValues(Values, Accounts).StandardError!.Value;
        (mean.StandardError / unit).Should().BeApproximately(error, 1e-13);
    }

    [Test]
    public void FromValues_ManyClusters_AgreesWithTheBootstrap()
    {
        Random random = new(11);
        int[] clusters = [.. Enumerable.Range(0, 600).Select(row => row / 3)];
        double[] centres = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())];
        double[] values = [.. clusters.Select(cluster => centres[cluster] + random.NextDouble())];
        double error = ClusteredMean.FromValues(values, clusters).StandardError!.Value;
        Bootstrap.ClusterMean(values, clusters, 1).StandardError.Should().BeApproximately(error, 0.1 * error);
    }

    [Test]
    public void FromValues_ClustersWithoutSpread_HaveNoInterval()
    {
        Estimate one = ClusteredMean.FromValues([1, 2, 6], [4, 4, 4]);
        (one.Value, one.StandardError, one.Interval, one.EffectiveSampleSize).Should().Be((3, null, null, 1));

        Estimate same = ClusteredMean.FromValues([1, 3, 3, 1], [4, 4, 5, 5]);
        (same.StandardError, same.Interval, same.EffectiveSampleSize).Should().Be((0, null, 2));

        ClusteredMean.FromValues([], []).Should().Be(Estimate.None);
    }

    [Test]
    public void FromValues_BadArguments_AreRefused()
    {
        Action clusters = () => ClusteredMean.FromValues([1, 2], [1]);
        Action values = () => ClusteredMean.FromValues([double.NaN], [1]);
        Action level = () => ClusteredMean.FromValues([1], [1], 1);
        clusters.Should().Throw<ArgumentException>().WithParameterName(nameof(clusters));
        values.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(values));
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(level));
    }
}
