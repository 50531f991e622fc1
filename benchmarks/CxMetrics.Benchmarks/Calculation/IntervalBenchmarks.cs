using BenchmarkDotNet.Attributes;
using CxMetrics.Calculation;

namespace CxMetrics.Benchmarks.Calculation;

/// <summary>The default interval of each metric from counts, and the exact one; a read pays this once for every row of its result.</summary>
[MemoryDiagnoser]
public class IntervalBenchmarks
{
    private static readonly long[] Shape = [3, 1, 2, 2, 3, 6, 8, 15, 21, 19, 20];

    private NetPromoterBands _bands = new(0, 0, 0);
    private RatingDistribution _distribution = RatingDistribution.Empty(RatingScale.NetPromoter);
    private long _successes;

    /// <summary>How many answers the counts add up to.</summary>
    [Params(10, 1_000, 1_000_000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Count()
    {
        long[] counts = [.. Shape.Select(share => share * N / Shape.Sum())];
        counts[^1] += N - counts.Sum();
        _distribution = new RatingDistribution(RatingScale.NetPromoter, counts);
        _bands = NetPromoterBands.FromDistribution(_distribution);
        _successes = _distribution.CountBest(3);
    }

    [Benchmark(Baseline = true)]
    public Estimate Wilson() => Proportion.FromCounts(_successes, N);

    [Benchmark]
    public Estimate ClopperPearson() =>
        Proportion.FromCounts(_successes, N, method: ShareIntervalMethod.ClopperPearson);

    [Benchmark]
    public Estimate NetPromoterTango() => NetPromoterScore.FromBands(_bands);

    [Benchmark]
    public Estimate MeanPseudoAnswers() => MeanRating.FromDistribution(_distribution);
}
