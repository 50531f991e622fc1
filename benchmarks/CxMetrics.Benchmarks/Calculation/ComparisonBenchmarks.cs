using BenchmarkDotNet.Attributes;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Hypotheses;

namespace CxMetrics.Benchmarks.Calculation;

/// <summary>A difference with interval and p-value by each method, and Fisher's test; a comparison pays this once per group.</summary>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private ShareCounts _firstShare;
    private ShareCounts _secondShare;
    private NetCounts _firstScore;
    private NetCounts _secondScore;

    /// <summary>How many answers each side has.</summary>
    [Params(10, 1_000, 1_000_000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Count()
    {
        _firstShare = new ShareCounts(N * 7L / 10, N);
        _secondShare = new ShareCounts(N * 8L / 10, N);
        _firstScore = new NetCounts(N / 5, N - (N / 5) - (N / 2), N / 2);
        _secondScore = new NetCounts(N / 10, N - (N / 10) - (N / 2), N / 2);
    }

    [Benchmark(Baseline = true)]
    public DifferenceEstimate Newcombe() => ShareDifference.FromCounts(_firstShare, _secondShare);

    [Benchmark]
    public DifferenceEstimate MiettinenNurminen() =>
        ShareDifference.FromCounts(_firstShare, _secondShare, method: ShareDifferenceMethod.MiettinenNurminen);

    [Benchmark]
    public DifferenceEstimate AgrestiCaffo() =>
        ShareDifference.FromCounts(_firstShare, _secondShare, method: ShareDifferenceMethod.AgrestiCaffo);

    [Benchmark]
    public Estimate RiskRatioKatz() => RiskRatio.FromCounts(_firstShare, _secondShare);

    [Benchmark]
    public DifferenceEstimate TangoSquareAndAdd() => NetScoreDifference.FromCounts(_firstScore, _secondScore);

    [Benchmark]
    public Comparison OneCallWithVerdict() => Comparison.OfNetScores(_firstScore, _secondScore);

    [Benchmark]
    public double? FisherExact() => FisherExactTest.TwoSidedPValue(_firstShare, _secondShare);
}
