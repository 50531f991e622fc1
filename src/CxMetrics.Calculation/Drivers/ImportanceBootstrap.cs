using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>The parts of R² over resampled rows, as far as the resamples could be fitted.</summary>
internal sealed class ImportanceBootstrap
{
    // Parts and shares are 0 to 1; what differs by less is rounding.
    private const double Rounding = 1e-12;

    private readonly double[] _parts;
    private readonly bool[] _fitted;
    private readonly int _drivers;

    private ImportanceBootstrap(double[] parts, bool[] fitted, int drivers)
    {
        _parts = parts;
        _fitted = fitted;
        _drivers = drivers;
        Fitted = fitted.AsSpan().Count(true);
    }

    /// <summary>Resamples that gave parts.</summary>
    public int Fitted { get; }

    /// <summary>Resamples that did not: a column did not vary, or a driver was a combination of the others.</summary>
    public int Failed => _fitted.Length - Fitted;

    /// <summary>
    /// Resamples the rows. Each resample has a random stream of its own, so the number of threads does not change any number.
    /// </summary>
    public static ImportanceBootstrap Run(
        StandardizedRows rows,
        ImportanceMethod method,
        int resamples,
        long seed,
        int threads
    )
    {
        int k = rows.Drivers;
        double[] parts = new double[resamples * k];
        bool[] fitted = new bool[resamples];
        Parallel.For(
            0,
            resamples,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new ImportanceResample(rows, method),
            (number, _, resample) =>
            {
                fitted[number] = resample.TryDecompose(seed, number, parts.AsSpan(number * k, k));
                return resample;
            },
            _ => { }
        );
        return new ImportanceBootstrap(parts, fitted, k);
    }

    /// <summary>
    /// A value from 0 to 1 with the spread of what <paramref name="statistic"/> makes of the parts of each resample, null left out. Where
    /// the resamples agree the standard error is 0 and the interval null.
    /// </summary>
    public Estimate EstimateOf(
        double value,
        Func<ReadOnlySpan<double>, double?> statistic,
        int sampleSize,
        double level
    )
    {
        double[] buffer = new double[Fitted];
        int count = 0;
        for (int number = 0; number < _fitted.Length; number++)
        {
            if (_fitted[number] && statistic(_parts.AsSpan(number * _drivers, _drivers)) is { } found)
            {
                buffer[count++] = Math.Min(1, found);
            }
        }

        Span<double> values = buffer.AsSpan(0, count);
        values.Sort();
        bool differ = count > 1 && values[^1] - values[0] > Rounding;
        return new Estimate
        {
            Value = value,
            StandardError = count > 1 ? StandardErrorOf(values, differ) : null,
            Interval = differ
                ? Percentiles(values, level)
                    ?.Containing(value)
                    .ToInterval(level, IntervalMethodNames.BootstrapPercentile)
                : null,
            SampleSize = sampleSize,
        };
    }

    private static double StandardErrorOf(ReadOnlySpan<double> values, bool differ) =>
        differ ? Moments.Of(values).StandardDeviation * Math.Sqrt(values.Length / (values.Length - 1.0)) : 0;

    // The order statistics at (B + 1)(1 ∓ level)/2 (Davison and Hinkley 1997, Bootstrap Methods and their Application, 5.2), in between
    // by straight lines; none where the lower one would lie below the first.
    private static IntervalLimits? Percentiles(ReadOnlySpan<double> ascending, double level)
    {
        double place = (ascending.Length + 1) * ((1 - level) / 2);
        return place >= 1
            ? new IntervalLimits(At(ascending, place), At(ascending, ascending.Length + 1 - place))
            : null;
    }

    private static double At(ReadOnlySpan<double> ascending, double place)
    {
        int below = Math.Clamp((int)place, 1, ascending.Length);
        int above = Math.Min(below + 1, ascending.Length);
        return ascending[below - 1] + ((place - below) * (ascending[above - 1] - ascending[below - 1]));
    }
}
