using BenchmarkDotNet.Attributes;
using CxMetrics.Calculation.Survival;

namespace CxMetrics.Benchmarks.Calculation;

/// <summary>A survival curve with the limits of all its steps, against sorting the same times, which no way to compute it can do without.</summary>
[MemoryDiagnoser]
public class KaplanMeierBenchmarks
{
    private double[] _entries = [];
    private bool[] _events = [];
    private double[] _times = [];

    /// <summary>How many subjects.</summary>
    [Params(1_000, 1_000_000)]
    public int N { get; set; }

    /// <summary>Whole days, as most sources report them, or times of which hardly two are equal.</summary>
    [Params(true, false)]
    public bool WholeDays { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        Random random = new(1);
        _times = new double[N];
        _events = new bool[N];
        _entries = new double[N];
        for (int subject = 0; subject < N; subject++)
        {
            double time = -600 * Math.Log(1 - random.NextDouble());
            _times[subject] = WholeDays ? Math.Floor(time) + 1 : time;
            _events[subject] = random.NextDouble() >= 0.3;
            _entries[subject] = random.NextDouble() * 0.5 * _times[subject];
        }
    }

    [Benchmark(Baseline = true)]
    public double[] Sort()
    {
        double[] copy = [.. _times];
        Array.Sort(copy);
        return copy;
    }

    [Benchmark]
    public SurvivalLimits KaplanMeierWithLimits() => SurvivalCurve.FromTimes(_times, _events).Limits();

    [Benchmark]
    public SurvivalLimits KaplanMeierWithLimitsAndDelayedEntry() =>
        SurvivalCurve.FromTimes(_times, _events, _entries).Limits();
}
