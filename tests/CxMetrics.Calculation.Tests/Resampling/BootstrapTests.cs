using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Resampling;

public sealed class BootstrapTests
{
    private const long Seed = 20260131;

    private static readonly BootstrapIntervalMethod[] Methods = Enum.GetValues<BootstrapIntervalMethod>();
    private static readonly double[] Skewed = [3, 1, 4, 1, 5, 9, 2, 6, 5, 35, 8, 9, 7, 9];
    private static readonly int[] Accounts = [1, 1, 1, 2, 2, 3, 4, 4, 4, 4, 5, 6, 6, 7];

    [Test]
    public void Mean_None_HasNothing()
    {
        BootstrapDistribution distribution = Bootstrap.Mean([], Seed);
        distribution.Value.Should().BeNull();
        distribution.StandardError.Should().BeNull();
        distribution.Interval().Should().BeNull();
        distribution.ToEstimate().Should().Be(Estimate.None);
    }

    [Test]
    public void Mean_One_HasAValueOnly()
    {
        Estimate mean = Bootstrap.Mean([4], Seed).ToEstimate();
        (mean.Value, mean.StandardError, mean.Interval).Should().Be((4, null, null));
    }

    [Test]
    public void Mean_AllEqual_HasNoInterval()
    {
        BootstrapDistribution distribution = Bootstrap.Mean([0.1, 0.1, 0.1, 0.1], Seed);
        distribution.Value.Should().Be(0.1);
        distribution.StandardError.Should().Be(0);
        foreach (BootstrapIntervalMethod method in Methods)
        {
            distribution.Interval(method: method).Should().BeNull();
        }
    }

    [Test]
    public void Mean_ManyResamples_TendsToTheExactStandardError()
    {
        double exact = Bootstrap.ExactStandardErrorOfMean(Skewed)!.Value;
        double plain = Mean.FromValues(Skewed).StandardError!.Value;
        exact.Should().BeApproximately(plain * Math.Sqrt(13 / 14.0), 1e-14);
        Bootstrap.Mean(Skewed, Seed, 50_000).StandardError.Should().BeApproximately(exact, 0.02 * exact);
    }

    [Test]
    public void ExactStandardErrorOfMean_FewerThanTwo_IsUnknown()
    {
        Bootstrap.ExactStandardErrorOfMean([]).Should().BeNull();
        Bootstrap.ExactStandardErrorOfMean([1]).Should().BeNull();
    }

    [TestCase(1e9)]
    [TestCase(-1e13)]
    public void Mean_LargeOffset_KeepsEveryDigit(double offset)
    {
        BootstrapDistribution plain = Bootstrap.Mean(Skewed, Seed);
        BootstrapDistribution moved = Bootstrap.Mean([.. Skewed.Select(value => value + offset)], Seed);
        moved.StandardError.Should().BeApproximately(plain.StandardError!.Value, 1e-12);
    }

    [TestCase(1e300)]
    [TestCase(1e-300)]
    public void EveryStatistic_VeryLargeOrSmall_NeitherOverflowsNorVanishes(double unit)
    {
        double[] scaled = [.. Skewed.Select(value => value * unit)];
        double error = Bootstrap.Mean(Skewed, Seed).StandardError!.Value;
        double[] ones = [.. Skewed.Select(_ => 1.0)];
        double[] units = [.. Skewed.Select(_ => unit)];
        (Bootstrap.Mean(scaled, Seed).StandardError / unit).Should().BeApproximately(error, 1e-12);
        (Bootstrap.RatioOfSums(scaled, ones, Seed).StandardError / unit).Should().BeApproximately(error, 1e-12);
        Bootstrap.RatioOfSums(scaled, units, Seed).StandardError.Should().BeApproximately(error, 1e-12);
    }

    [Test]
    public void Mean_FewerResamples_AreTheFirstOfMore()
    {
        double[] few = Collected(100);
        double[] many = Collected(300);
        many.Take(100).Should().Equal(few);

        static double[] Collected(int resamples)
        {
            List<double> means = [];
            Bootstrap.Statistic(
                Skewed,
                sample =>
                {
                    means.Add(sample[0]);
                    return sample[0];
                },
                Seed,
                resamples
            );
            return [.. means.Skip(1 + Skewed.Length)];
        }
    }

    [Test]
    public void RatioOfSums_OnesBelow_IsTheMean()
    {
        double[] ones = [.. Skewed.Select(_ => 1.0)];
        BootstrapDistribution ratio = Bootstrap.RatioOfSums(Skewed, ones, Seed);
        BootstrapDistribution mean = Bootstrap.Mean(Skewed, Seed);
        ratio.Value.Should().BeApproximately(mean.Value!.Value, 1e-14);
        foreach (BootstrapIntervalMethod method in Methods)
        {
            ShouldBeNear(ratio.Interval(method: method), mean.Interval(method: method));
        }
    }

    [Test]
    public void RatioOfSums_DenominatorsThatAddUpToZero_HaveNoValue()
    {
        BootstrapDistribution ratio = Bootstrap.RatioOfSums([1, 2], [1, -1], Seed);
        ratio.Value.Should().BeNull();
        Estimate estimate = ratio.ToEstimate();
        estimate.Value.Should().BeNull();
        estimate.SampleSize.Should().Be(2);
        estimate.Caveats.Should().HaveFlag(Caveats.AssumptionDoubtful);
    }

    [Test]
    public void RatioOfSums_ResamplesWithoutDenominator_AreCountedAndNamed()
    {
        BootstrapDistribution ratio = Bootstrap.RatioOfSums([1, 2, 3], [1, 0, 0], Seed);
        ratio.UndefinedResamples.Should().BeInRange(400, 800);
        ratio
            .ToEstimate(method: BootstrapIntervalMethod.Percentile)
            .Caveats.Should()
            .HaveFlag(Caveats.AssumptionDoubtful);
        ratio.StandardError.Should().BePositive();
    }

    [Test]
    public void RatioOfSums_TheSameRatioEverywhere_HasNoInterval()
    {
        double[] denominators = [0.1, 0.7, 1.3, 2.9];
        BootstrapDistribution ratio = Bootstrap.RatioOfSums([.. denominators.Select(b => 0.3 * b)], denominators, Seed);
        ratio.Value.Should().BeApproximately(0.3, 1e-15);
        ratio.Interval().Should().BeNull();
    }

    [Test]
    public void Statistic_TheMean_IsTheFastPath()
    {
        BootstrapDistribution general = Bootstrap.Statistic(Skewed, PlainMean, Seed);
        BootstrapDistribution rows = Bootstrap.Statistic(Skewed.Length, MeanOfRows, Seed);
        BootstrapDistribution fast = Bootstrap.Mean(Skewed, Seed);
        foreach (BootstrapIntervalMethod method in Methods)
        {
            ShouldBeNear(general.Interval(method: method), fast.Interval(method: method));
            ShouldBeNear(rows.Interval(method: method), fast.Interval(method: method));
        }
    }

    [Test]
    public void Statistic_Constant_HasNoInterval()
    {
        BootstrapDistribution distribution = Bootstrap.Statistic(Skewed, _ => 3, Seed);
        distribution.StandardError.Should().Be(0);
        distribution.Interval().Should().BeNull();
    }

    [Test]
    public void Statistic_AlwaysOnOneSide_HasNoBcaButPercentiles()
    {
        BootstrapDistribution least = Bootstrap.Statistic(Skewed, sample => Least(sample), Seed);
        least.Interval().Should().BeNull();
        least.Interval(method: BootstrapIntervalMethod.Percentile).Should().NotBeNull();

        static double Least(ReadOnlySpan<double> sample)
        {
            double least = sample[0];
            foreach (double value in sample)
            {
                least = Math.Min(least, value);
            }

            return least;
        }
    }

    [Test]
    public void Statistic_NotDefinedForAll_HasNoValue()
    {
        Bootstrap.Statistic(Skewed, _ => double.NaN, Seed).Value.Should().BeNull();
        Bootstrap.Statistic(0, _ => 1, Seed).Value.Should().BeNull();
        Bootstrap.ClusterStatistic([], _ => 1, Seed).Value.Should().BeNull();
    }

    [TestCase(10)]
    [TestCase(100_000)]
    public void Statistic_ThatThrows_ThrowsTheSameWithOneThreadAndMany(int rows)
    {
        Action act = () =>
            Bootstrap.Statistic(
                rows,
                drawn => drawn[0] == 0 && drawn[1] == 1 ? 1 : throw new InvalidDataException(),
                Seed
            );
        act.Should().Throw<InvalidDataException>();
    }

    [Test]
    public void Statistic_ManyRows_LeavesOutGroupsOfThem()
    {
        double[] values = [.. Enumerable.Range(0, 2_500).Select(index => Math.Exp(index % 50 / 10.0))];
        int calls = 0;
        BootstrapDistribution general = Bootstrap.Statistic(
            values,
            sample =>
            {
                Interlocked.Increment(ref calls);
                return PlainMean(sample);
            },
            Seed,
            200
        );
        calls.Should().Be(1 + 1000 + 200);
        general.Interval().Should().NotBeNull();
    }

    [Test]
    public void ClusterMean_EveryRowItsOwnCluster_IsTheMean()
    {
        int[] single = [.. Enumerable.Range(0, Skewed.Length)];
        BootstrapDistribution clustered = Bootstrap.ClusterMean(Skewed, single, Seed);
        foreach (BootstrapIntervalMethod method in Methods)
        {
            ShouldBeNear(clustered.Interval(method: method), Bootstrap.Mean(Skewed, Seed).Interval(method: method));
        }
    }

    [Test]
    public void ClusterMean_Clusters_IsTheStatisticOfTheirRows()
    {
        BootstrapDistribution fast = Bootstrap.ClusterMean(Skewed, Accounts, Seed);
        BootstrapDistribution general = Bootstrap.ClusterStatistic(Accounts, MeanOfRows, Seed);
        (fast.SampleSize, fast.Units).Should().Be((14, 7));
        foreach (BootstrapIntervalMethod method in Methods)
        {
            ShouldBeNear(general.Interval(method: method), fast.Interval(method: method));
        }
    }

    [Test]
    public void ClusterMean_RowsOfAClusterEqual_SpreadMoreThanIndependentOnes()
    {
        double[] values = [1, 1, 1, 1, 5, 5, 5, 5, 9, 9, 9, 9];
        int[] clusters = [-3, -3, -3, -3, 8, 8, 8, 8, 100, 100, 100, 100];
        double clustered = Bootstrap.ClusterMean(values, clusters, Seed).StandardError!.Value;
        double independent = Bootstrap.Mean(values, Seed).StandardError!.Value;
        clustered.Should().BeApproximately(2 * independent, 0.2 * independent);
    }

    [Test]
    public void ClusterMean_ClustersThatAgree_HaveNoInterval()
    {
        double[] values = [0.1, 0.2, 0.7, 0.1, 0.2, 0.7, 0.7, 0.1, 0.2, 0.2, 0.7, 0.1];
        int[] clusters = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4];
        BootstrapDistribution distribution = Bootstrap.ClusterMean(values, clusters, Seed);
        distribution.StandardError.Should().Be(0);
        distribution.Interval().Should().BeNull();
    }

    [Test]
    public void ClusterMean_OneCluster_HasAValueOnly()
    {
        Estimate mean = Bootstrap.ClusterMean([1, 2, 3], [7, 7, 7], Seed).ToEstimate();
        (mean.Value, mean.StandardError, mean.Interval).Should().Be((2, null, null));
    }

    [Test]
    public void ToEstimate_Caveats_SayWhatIsMissing()
    {
        Bootstrap.Mean(Skewed, Seed).ToEstimate().Caveats.Should().Be(Caveats.LowSampleSize);
        double[] many = [.. Enumerable.Range(0, 40).Select(index => (double)index)];
        Bootstrap.Mean(many, Seed).ToEstimate().Caveats.Should().Be(Caveats.None);
        Bootstrap.Mean(many, Seed, 19).ToEstimate().Caveats.Should().Be(Caveats.Clipped);
    }

    [Test]
    public void Interval_Percentiles_AreOrderStatisticsOfTheResamples()
    {
        List<double> means = [];
        BootstrapDistribution distribution = Bootstrap.Statistic(
            Skewed,
            sample =>
            {
                means.Add(PlainMean(sample));
                return means[^1];
            },
            Seed,
            199
        );
        double[] sorted = [.. means.Skip(1 + Skewed.Length).Order()];
        ConfidenceInterval percentile = distribution.Interval(0.95, BootstrapIntervalMethod.Percentile)!.Value;
        ConfidenceInterval basic = distribution.Interval(0.95, BootstrapIntervalMethod.Basic)!.Value;
        percentile.Lower.Should().BeApproximately(sorted[4], 1e-12);
        percentile.Upper.Should().BeApproximately(sorted[194], 1e-12);
        basic.Lower.Should().BeApproximately((2 * distribution.Value!.Value) - sorted[194], 1e-12);
    }

    [Test]
    public void EveryStatistic_BadArguments_AreRefused()
    {
        Action number = () => Bootstrap.Mean([double.NaN], Seed);
        Action few = () => Bootstrap.Mean([1], Seed, 1);
        Action clusters = () => Bootstrap.ClusterMean([1, 2], [1], Seed);
        Action denominators = () => Bootstrap.RatioOfSums([1, 2], [1], Seed);
        Action rows = () => Bootstrap.Statistic(-1, _ => 1, Seed);
        Action level = () => Bootstrap.Mean(Skewed, Seed).Interval(1);
        Action method = () => Bootstrap.Mean(Skewed, Seed).ToEstimate(0.95, (BootstrapIntervalMethod)9);
        number.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("values");
        few.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("resamples");
        clusters.Should().Throw<ArgumentException>().WithParameterName("clusters");
        denominators.Should().Throw<ArgumentException>().WithParameterName("denominators");
        rows.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("rows");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }

    private static double PlainMean(ReadOnlySpan<double> sample)
    {
        double sum = 0;
        foreach (double value in sample)
        {
            sum += value;
        }

        return sum / sample.Length;
    }

    private static double MeanOfRows(ReadOnlySpan<int> rows)
    {
        double sum = 0;
        foreach (int row in rows)
        {
            sum += Skewed[row];
        }

        return sum / rows.Length;
    }

    private static void ShouldBeNear(ConfidenceInterval? actual, ConfidenceInterval? expected)
    {
        actual!.Value.Lower.Should().BeApproximately(expected!.Value.Lower, 1e-12);
        actual.Value.Upper.Should().BeApproximately(expected.Value.Upper, 1e-12);
        actual.Value.Method.Should().Be(expected.Value.Method);
    }
}
