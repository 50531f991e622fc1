using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Revenue;

/// <summary>Ratios of sums over accounts drawn with replacement, and the intervals they give.</summary>
/// <remarks>
/// Resamples come in blocks, each with a random stream of its own, so that the ratios do not depend on how many threads share the
/// blocks. Quantiles are order statistics at (R + 1)α, interpolated on the normal scale; bias correction and acceleration by Efron (1987),
/// JASA 82, 171-185; Davison and Hinkley (1997), Bootstrap Methods and Their Application, sections 5.2 and 5.3.
/// </remarks>
internal sealed class RatioBootstrap
{
    private const int ResamplesPerBlock = 32;

    // Below this many draws starting threads costs more than it saves.
    private const long DrawsWorthThreads = 200_000;

    private readonly RatioOfSums _ratio;
    private readonly double[] _sorted;

    private RatioBootstrap(RatioOfSums ratio, double[] sorted)
    {
        _ratio = ratio;
        _sorted = sorted;
    }

    /// <summary>The standard deviation of the resampled ratios.</summary>
    public double StandardError =>
        Moments.Of(_sorted).StandardDeviation * Math.Sqrt(_sorted.Length / (_sorted.Length - 1.0));

    /// <summary>Resamples the accounts.</summary>
    public static RatioBootstrap Of(RatioOfSums ratio, long seed, int resamples)
    {
        AccountPair[] accounts = ratio.Accounts();
        double[] ratios = new double[resamples];
        int blocks = ((resamples - 1) / ResamplesPerBlock) + 1;
        if ((long)resamples * accounts.Length < DrawsWorthThreads)
        {
            for (int block = 0; block < blocks; block++)
            {
                FillBlock(accounts, ratios, seed, block);
            }
        }
        else
        {
            Parallel.For(0, blocks, block => FillBlock(accounts, ratios, seed, block));
        }

        Array.Sort(ratios);
        return new RatioBootstrap(ratio, ratios);
    }

    /// <summary>The percentile interval.</summary>
    public IntervalLimits Percentile(double level) => new(Quantile((1 - level) / 2), Quantile((1 + level) / 2));

    /// <summary>The bias-corrected and accelerated interval; null where nearly all resampled ratios lie on one side of the ratio.</summary>
    public IntervalLimits? BiasCorrectedAccelerated(double level)
    {
        double below = ShareBelow();
        if (!(below > 0 && below < 1))
        {
            return null;
        }

        double bias = StandardNormal.Quantile(below);
        double acceleration = _ratio.JackknifeAcceleration();
        double z = StandardNormal.TwoSidedQuantile(level);
        return new IntervalLimits(Quantile(Corrected(-z)), Quantile(Corrected(z)));

        double Corrected(double quantile) =>
            StandardNormal.LowerTail(bias + ((bias + quantile) / (1 - (acceleration * (bias + quantile)))));
    }

    private static void FillBlock(AccountPair[] accounts, double[] ratios, long seed, int block)
    {
        RandomStream stream = new(seed, block);
        int end = Math.Min(ratios.Length, (block + 1) * ResamplesPerBlock);
        for (int resample = block * ResamplesPerBlock; resample < end; resample++)
        {
            ratios[resample] = Resampled(accounts, ref stream);
        }
    }

    private static double Resampled(AccountPair[] accounts, ref RandomStream stream)
    {
        double numerators = 0;
        double denominators = 0;
        for (int draw = 0; draw < accounts.Length; draw++)
        {
            AccountPair account = accounts[stream.NextIndex(accounts.Length)];
            numerators += account.Numerator;
            denominators += account.Denominator;
        }

        return numerators / denominators;
    }

    // Ratios equal to the estimate count half on each side: with few accounts they are many.
    private double ShareBelow()
    {
        int below = 0;
        int above = 0;
        foreach (double ratio in _sorted)
        {
            below += ratio < _ratio.Value ? 1 : 0;
            above += ratio > _ratio.Value ? 1 : 0;
        }

        return (_sorted.Length + below - above) / (2.0 * _sorted.Length);
    }

    private double Quantile(double probability)
    {
        double count = _sorted.Length;
        double rank = (count + 1) * probability;
        int lower = (int)Math.Clamp(Math.Floor(rank), 0, count);
        if (lower == 0 || lower == _sorted.Length)
        {
            return _sorted[Math.Max(0, lower - 1)];
        }

        double at = StandardNormal.Quantile(probability);
        double before = StandardNormal.Quantile(lower / (count + 1));
        double after = StandardNormal.Quantile((lower + 1) / (count + 1));
        double weight = (at - before) / (after - before);
        return _sorted[lower - 1] + (weight * (_sorted[lower] - _sorted[lower - 1]));
    }
}
