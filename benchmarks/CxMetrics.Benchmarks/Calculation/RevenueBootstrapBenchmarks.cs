using BenchmarkDotNet.Attributes;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Benchmarks.Calculation;

/// <summary>Bootstrap intervals of net revenue retention against 2,000 draws of the same accounts with the generator of the base library, on one thread.</summary>
[MemoryDiagnoser]
public class RevenueBootstrapBenchmarks
{
    private const int Resamples = 2_000;
    private const int Seed = 1;

    private double[] _start = [];
    private double[] _end = [];

    /// <summary>How many accounts there are.</summary>
    [Params(1_000, 10_000)]
    public int Accounts { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        Random random = new(Seed);
        _start = [.. Enumerable.Range(0, Accounts).Select(_ => Math.Exp(3 * random.NextDouble()))];
        _end =
        [
            .. _start.Select(amount =>
                random.NextDouble() switch
                {
                    < 0.05 => 0,
                    < 0.25 => amount * 1.2,
                    _ => amount,
                }
            ),
        ];
    }

    [Benchmark(Baseline = true)]
    public double PlainLoop()
    {
        Random random = new(Seed);
        double[] ratios = new double[Resamples];
        for (int resample = 0; resample < Resamples; resample++)
        {
            double start = 0;
            double end = 0;
            for (int draw = 0; draw < _start.Length; draw++)
            {
                int index = random.Next(_start.Length);
                start += _start[index];
                end += _end[index];
            }

            ratios[resample] = end / start;
        }

        Array.Sort(ratios);
        return ratios[Resamples / 40];
    }

    [Benchmark]
    public Estimate Percentile() => NetRevenueRetention.FromBootstrap(_start, _end, Seed, Resamples);

    [Benchmark]
    public Estimate BiasCorrectedAccelerated() =>
        NetRevenueRetention.FromBootstrap(
            _start,
            _end,
            Seed,
            Resamples,
            method: BootstrapIntervalMethod.BiasCorrectedAccelerated
        );

    [Benchmark]
    public Estimate Fieller() => NetRevenueRetention.FromAccounts(_start, _end);
}
