using BenchmarkDotNet.Attributes;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Benchmarks.Calculation;

/// <summary>Every interval from counts; a read pays this once for every row of its result.</summary>
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
    public IntervalLimits WilsonContinuityCorrected() => WilsonContinuityCorrectedInterval.FromCounts(_successes, N);

    [Benchmark]
    public Estimate AgrestiCoull() => Proportion.FromCounts(_successes, N, method: ShareIntervalMethod.AgrestiCoull);

    [Benchmark]
    public Estimate Jeffreys() => Proportion.FromCounts(_successes, N, method: ShareIntervalMethod.Jeffreys);

    [Benchmark]
    public Estimate ClopperPearson() =>
        Proportion.FromCounts(_successes, N, method: ShareIntervalMethod.ClopperPearson);

    [Benchmark]
    public IntervalLimits Garwood() => GarwoodInterval.FromCount(_successes, N);

    [Benchmark]
    public Estimate NetPromoterTango() => NetPromoterScore.FromBands(_bands);

    [Benchmark]
    public Estimate NetPromoterAdjustedWald() =>
        NetPromoterScore.FromBands(_bands, method: NetScoreIntervalMethod.AdjustedWald);

    [Benchmark]
    public Estimate NetPromoterFinitePopulation() => NetPromoterScore.FromFinitePopulation(_bands, 2L * N);

    [Benchmark]
    public Estimate MeanPseudoAnswers() => MeanRating.FromDistribution(_distribution);

    [Benchmark]
    public Estimate MeanStudentT() => MeanRating.FromDistribution(_distribution, method: MeanIntervalMethod.StudentT);
}
