using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The bootstrap of <see cref="CustomerLifetimeValue.FromHistories"/>.</summary>
internal sealed class LifetimeValueBootstrap
{
    private const int MostDraws = 1000;

    private readonly LifetimeValueFit _fit;
    private readonly CustomerHistory[] _customers;
    private readonly int[] _segments;
    private readonly long[] _sizes;
    private readonly PurchaseColumns _purchases;
    private readonly SpendColumns _spend;

    public LifetimeValueBootstrap(
        LifetimeValueFit fit,
        ReadOnlySpan<CustomerHistory> customers,
        ReadOnlySpan<int> segments
    )
    {
        _fit = fit;
        _customers = customers.ToArray();
        _segments = segments.ToArray();
        _sizes = Sizes(segments, customers.Length);
        _purchases = PurchaseColumns.Of(customers);
        _spend = SpendColumns.Of(customers);
    }

    public LifetimeValueEstimates Run(long seed, int resamples, double level)
    {
        double[] values = Means(_fit.Model);
        double[][] resampled = new double[resamples][];
        int failed = 0;
        Parallel.For(
            0,
            resamples,
            () => new int[_customers.Length],
            (index, _, draws) =>
            {
                var random = new RandomStream(seed, index + 1);
                LifetimeValueModel? refit = Refit(ref random, draws);
                if (refit is null)
                {
                    Interlocked.Increment(ref failed);
                    refit = Drawn(ref random);
                }

                resampled[index] = Means(refit);
                return draws;
            },
            _ => { }
        );
        Estimate[] estimates = new Estimate[_sizes.Length];
        double[] column = new double[resamples];
        for (int segment = 0; segment < estimates.Length; segment++)
        {
            for (int index = 0; index < resamples; index++)
            {
                column[index] = resampled[index][segment];
            }

            estimates[segment] = Estimated(values[segment], column, _sizes[segment], level);
        }

        return new LifetimeValueEstimates
        {
            Fit = _fit,
            Mean = estimates[^1],
            Segments = WithheldWhereFew(estimates[..^1]),
            Resamples = resamples,
            FailedRefits = failed,
            Seed = seed,
        };
    }

    // The sizes of the segments, then that of the whole.
    private static long[] Sizes(ReadOnlySpan<int> segments, int customers)
    {
        int most = -1;
        foreach (int segment in segments)
        {
            most = Math.Max(most, segment);
        }

        long[] sizes = new long[most + 2];
        foreach (int segment in segments)
        {
            sizes[segment]++;
        }

        sizes[^1] = customers;
        return sizes;
    }

    // The mean values of the segments, then that of the whole; 0 for a segment without customers.
    private double[] Means(LifetimeValueModel model)
    {
        double[] means = new double[_sizes.Length];
        model.AddValues(_customers, _segments, means);
        if (means.Length > 1)
        {
            means[^1] = means.AsSpan(0, means.Length - 1).ToArray().Sum();
        }

        for (int segment = 0; segment < means.Length; segment++)
        {
            means[segment] /= Math.Max(1, _sizes[segment]);
        }

        return means;
    }

    private LifetimeValueModel? Refit(ref RandomStream random, int[] draws)
    {
        Array.Clear(draws);
        for (int count = 0; count < draws.Length; count++)
        {
            draws[random.NextIndex(draws.Length)]++;
        }

        (double[] rows, double[] table) = _spend.Weights(draws);
        FittedParameters spendFit = _fit.Spend.Fitted;
        var spend = NewtonSearch.From(
            new GammaGammaLikelihood(_spend, rows, table, isParallel: false),
            spendFit.LogParameters
        );
        FittedParameters purchasesFit = _fit.Purchases.Fitted;
        var purchases = NewtonSearch.From(
            new BgNbdLikelihood(_purchases, _purchases.Weights(draws), isParallel: false),
            purchasesFit.LogParameters
        );
        return (spend.End, purchases.End) is (SearchEnd.Maximum, SearchEnd.Maximum)
            ? ModelOf(purchasesFit.Natural(purchases.Position), spendFit.Natural(spend.Position))
            : null;
    }

    // From the normal approximation at the maximum, on the log scale; again where the mean spend is infinite and that of the fit is not.
    private LifetimeValueModel Drawn(ref RandomStream random)
    {
        for (int count = 0; count < MostDraws; count++)
        {
            double[] purchases = _fit.Purchases.Fitted.Drawn(ref random);
            double[] spend = _fit.Spend.Fitted.Drawn(ref random);
            if (ModelOf(purchases, spend) is { } model)
            {
                return model;
            }
        }

        return _fit.Model;
    }

    // Null where the mean spend is infinite though that of the fit is not, or a parameter is beyond all range.
    private LifetimeValueModel? ModelOf(double[] purchases, double[] spend)
    {
        bool isWithinRange = ParameterRange.IsShape(purchases[0], purchases[2], purchases[3], spend[0], spend[1]);
        bool isMeanFinite = spend[1] > 1 || _fit.Spend.Model.PopulationMean is null;
        return isWithinRange && isMeanFinite
            ? new LifetimeValueModel(
                new BgNbd(purchases[0], purchases[1], purchases[2], purchases[3]),
                new GammaGamma(spend[0], spend[1], spend[2]),
                _fit.Model.Terms
            )
            : null;
    }

    private Estimate Estimated(double value, double[] resampled, long size, double level)
    {
        if (size == 0)
        {
            return Estimate.None;
        }

        if (!double.IsFinite(value))
        {
            return Estimate.None with { SampleSize = size, Caveats = _fit.Caveats | Caveats.AssumptionDoubtful };
        }

        Array.Sort(resampled);
        bool isFinite = double.IsFinite(resampled[^1]);
        double tail = (1 - level) / 2;
        var limits = new IntervalLimits(Percentile(resampled, tail), Percentile(resampled, 1 - tail));
        int n = resampled.Length;
        return new Estimate
        {
            Value = value,
            StandardError = isFinite ? Moments.Of(resampled).StandardDeviation * Math.Sqrt(n / (n - 1.0)) : null,
            Interval = double.IsFinite(limits.Upper)
                ? limits.Containing(value).ToInterval(level, IntervalMethodNames.CustomerBootstrap)
                : null,
            SampleSize = size,
            Caveats = _fit.Caveats,
        };
    }

    // Linear between order statistics (type 7 of Hyndman and Fan 1996).
    private static double Percentile(double[] sorted, double probability)
    {
        double rank = probability * (sorted.Length - 1);
        int below = (int)rank;
        int above = Math.Min(below + 1, sorted.Length - 1);
        double share = rank - below;
        return share > 0 ? sorted[below] + (share * (sorted[above] - sorted[below])) : sorted[below];
    }

    private Estimate[] WithheldWhereFew(Estimate[] segments)
    {
        if (_fit.Caveats.HasFlag(Caveats.LowSampleSize))
        {
            for (int segment = 0; segment < segments.Length; segment++)
            {
                segments[segment] = Estimate.None with { SampleSize = _sizes[segment], Caveats = _fit.Caveats };
            }
        }

        return segments;
    }
}
