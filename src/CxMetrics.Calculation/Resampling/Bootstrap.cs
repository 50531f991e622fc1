using CxMetrics.Calculation.Clustering;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Resampling;

/// <summary>The nonparametric bootstrap: a statistic recomputed on data drawn with replacement from the data.</summary>
/// <remarks>
/// <para>
/// A resample draws as many units as there are; a unit is an observation or, where observations resemble each other within an account, a
/// cluster of them. Every resample has a random stream of its own, made from the seed and its number: the result depends on nothing else,
/// and the first 2,000 of 5,000 resamples are those of a run with 2,000. Source: Efron (1979), Annals of Statistics 7, 1-26.
/// </para>
/// <para>
/// It sees only what occurred. Below some 30 units, and for losses that are rare, its intervals cover too little; where a metric has an
/// interval of its own, that is the better one.
/// </para>
/// </remarks>
public static class Bootstrap
{
    /// <summary>2,000: enough for 95 % limits (Efron and Tibshirani 1993, 14.3).</summary>
    public const int DefaultResamples = 2_000;

    /// <summary>The mean of numbers, in their unit. A common offset of all numbers costs no digits.</summary>
    /// <remarks>Some 2 ns for each number of each resample; where few of the numbers differ, some 60 ns for each that does.</remarks>
    /// <param name="values">The numbers, all finite.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="resamples">The number of resamples, 2 or more.</param>
    /// <returns>No value for no numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or there are fewer than 2 resamples.</exception>
    public static BootstrapDistribution Mean(ReadOnlySpan<double> values, long seed, int resamples = DefaultResamples)
    {
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        if (values.IsEmpty)
        {
            return WithoutValue(seed, 0, 0);
        }

        CentredValues centred = CentredValues.Of(values);
        double[] deviations = MeanResampler.Run(centred.Deviations, seed, resamples);
        return centred.ToDistribution(deviations, -Jackknife.Acceleration(centred.Deviations), seed, values.Length);
    }

    /// <summary>The mean of ratings, in points of their scale, from their counts: the time does not grow with the number of answers.</summary>
    /// <param name="distribution">The answers.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="resamples">The number of resamples, 2 or more.</param>
    /// <returns>No value for no answers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 resamples.</exception>
    public static BootstrapDistribution Mean(
        RatingDistribution distribution,
        long seed,
        int resamples = DefaultResamples
    )
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        if (distribution.Total == 0)
        {
            return WithoutValue(seed, 0, 0);
        }

        RatingMoments moments = RatingMoments.Of(distribution);
        double[] deviations = new double[distribution.Scale.Points];
        double cubes = 0;
        for (int index = 0; index < deviations.Length; index++)
        {
            deviations[index] = index - moments.MeanIndex;
            cubes += distribution.Counts[index] * Math.Pow(deviations[index], 3);
        }

        double squares = moments.SumOfSquares;
        RepeatedValues repeated = new(deviations, distribution.Counts.ToArray());
        return new BootstrapDistribution(
            distribution.Mean,
            MeanResampler.Run(repeated, distribution.Total, seed, resamples),
            squares > 0 ? cubes / (6 * squares * Math.Sqrt(squares)) : 0
        )
        {
            Seed = seed,
            SampleSize = distribution.Total,
            Units = distribution.Total,
            Range = new IntervalLimits(distribution.Scale.Minimum, distribution.Scale.Maximum),
        };
    }

    /// <summary>The mean of numbers that come in clusters, for example the answers of each account: clusters are drawn whole.</summary>
    /// <param name="values">The numbers, all finite.</param>
    /// <param name="clusters">The cluster of each number: any number that those of one cluster share.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="resamples">The number of resamples, 2 or more.</param>
    /// <returns>No value for no numbers.</returns>
    /// <exception cref="ArgumentException">There are not as many clusters as values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or there are fewer than 2 resamples.</exception>
    public static BootstrapDistribution ClusterMean(
        ReadOnlySpan<double> values,
        ReadOnlySpan<int> clusters,
        long seed,
        int resamples = DefaultResamples
    )
    {
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        ThrowIfNotAsMany(values.Length, clusters.Length, nameof(clusters));
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        if (values.IsEmpty)
        {
            return WithoutValue(seed, 0, 0);
        }

        CentredValues centred = CentredValues.Of(values);
        ClusterDeviations parts = ClusterDeviations.Of(centred.Deviations, clusters);
        RatioResampler ratio = new(parts.Sums, parts.Sizes);
        return centred.ToDistribution(
            ratio.Run(seed, resamples),
            Jackknife.Acceleration(ratio.LeaveOneOut(values.Length)),
            seed,
            parts.Sums.Length
        );
    }

    /// <summary>A ratio of two sums over the same units, Σa/Σb: revenue retention over accounts, a weighted mean, a value per order.</summary>
    /// <param name="numerators">The numbers a, one per unit, all finite.</param>
    /// <param name="denominators">The numbers b, one per unit, all finite.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="resamples">The number of resamples, 2 or more.</param>
    /// <returns>No value for no units, or where the denominators add up to 0. Resamples whose denominators do so have none.</returns>
    /// <exception cref="ArgumentException">There are not as many denominators as numerators.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or there are fewer than 2 resamples.</exception>
    public static BootstrapDistribution RatioOfSums(
        ReadOnlySpan<double> numerators,
        ReadOnlySpan<double> denominators,
        long seed,
        int resamples = DefaultResamples
    )
    {
        FiniteNumbers.ThrowIfNotFinite(numerators, nameof(numerators));
        FiniteNumbers.ThrowIfNotFinite(denominators, nameof(denominators));
        ThrowIfNotAsMany(numerators.Length, denominators.Length, nameof(denominators));
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        if (RatioParts.Of(numerators, denominators) is not { } parts)
        {
            return WithoutValue(seed, numerators.Length, numerators.Length);
        }

        RatioResampler ratio = new(parts.Residuals, parts.Denominators);
        double[] deviations = ratio.Run(seed, resamples);
        BinaryScale.Scale(deviations, parts.Exponent);
        return new BootstrapDistribution(
            parts.Ratio,
            deviations,
            Jackknife.Acceleration(ratio.LeaveOneOut(parts.Total))
        )
        {
            Seed = seed,
            SampleSize = numerators.Length,
            Units = numerators.Length,
        };
    }

    /// <summary>Any statistic of a list of numbers.</summary>
    /// <param name="values">The numbers, all finite.</param>
    /// <param name="statistic">
    /// The statistic: pure, since it is called from several threads at once where there is work enough; NaN or infinite where it is not
    /// defined. What it is given is valid during the call only.
    /// </param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="resamples">The number of resamples, 2 or more.</param>
    /// <returns>No value for no numbers, or where the statistic of all of them is not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or there are fewer than 2 resamples.</exception>
    public static BootstrapDistribution Statistic(
        ReadOnlySpan<double> values,
        Func<ReadOnlySpan<double>, double> statistic,
        long seed,
        int resamples = DefaultResamples
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        return Statistic(values.Length, new DrawnValues(values.ToArray(), statistic).Of, seed, resamples);
    }

    /// <summary>Any statistic of rows that the caller holds, for example a regression coefficient.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="statistic">
    /// The statistic: pure, since it is called from several threads at once where there is work enough; NaN or infinite where it is not
    /// defined. What it is given is valid during the call only.
    /// </param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="resamples">The number of resamples, 2 or more.</param>
    /// <returns>
    /// No value for no rows, or where the statistic of all of them is not finite. Differences of a resample from the value at the level
    /// of rounding, 1e-14 of it, count as none.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is negative, or there are fewer than 2 resamples.</exception>
    /// <remarks>For BCa the statistic is evaluated up to 1,000 times more: without each row, or each of 1,000 random groups of rows.</remarks>
    public static BootstrapDistribution Statistic(
        int rows,
        Func<ReadOnlySpan<int>, double> statistic,
        long seed,
        int resamples = DefaultResamples
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return OfUnits(RowUnits.Single(rows), statistic, seed, resamples);
    }

    /// <summary>Any statistic of rows that come in clusters, for example of accounts: clusters are drawn whole.</summary>
    /// <param name="clusters">The cluster of each row: any number that the rows of one cluster share.</param>
    /// <param name="statistic">
    /// The statistic: pure, since it is called from several threads at once where there is work enough; NaN or infinite where it is not
    /// defined. What it is given is valid during the call only.
    /// </param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="resamples">The number of resamples, 2 or more.</param>
    /// <returns>As <see cref="Statistic(int, Func{ReadOnlySpan{int}, double}, long, int)"/>; a resample has as many clusters as there are, but not always as many rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 resamples.</exception>
    public static BootstrapDistribution ClusterStatistic(
        ReadOnlySpan<int> clusters,
        Func<ReadOnlySpan<int>, double> statistic,
        long seed,
        int resamples = DefaultResamples
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        return OfUnits(RowUnits.Clustered(clusters), statistic, seed, resamples);
    }

    /// <summary>The standard error that the bootstrap of a mean tends to with ever more resamples: √(Σ(x − x̄)²)/n.</summary>
    /// <param name="values">The numbers, all finite.</param>
    /// <returns>√((n − 1)/n) times that of <see cref="Calculation.Mean"/>; null for fewer than two numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static double? ExactStandardErrorOfMean(ReadOnlySpan<double> values)
    {
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        return values.Length < 2 ? null : Moments.Of(values).StandardDeviation / Math.Sqrt(values.Length);
    }

    private static BootstrapDistribution OfUnits(
        RowUnits units,
        Func<ReadOnlySpan<int>, double> statistic,
        long seed,
        int resamples
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        RowResampler resampler = new(units, statistic);
        double value = units.Count == 0 ? double.NaN : resampler.Value();
        if (!double.IsFinite(value))
        {
            return WithoutValue(seed, units.RowCount, units.Count);
        }

        double? acceleration = units.Count > 1 ? Jackknife.Acceleration(resampler.LeaveOneOut(value, seed)) : null;
        return new BootstrapDistribution(value, resampler.Run(value, seed, resamples), acceleration)
        {
            Seed = seed,
            SampleSize = units.RowCount,
            Units = units.Count,
        };
    }

    private static BootstrapDistribution WithoutValue(long seed, long sampleSize, long units) =>
        new(null, [], null)
        {
            Seed = seed,
            SampleSize = sampleSize,
            Units = units,
        };

    private static void ThrowIfNotAsMany(int expected, int given, string name)
    {
        if (given != expected)
        {
            throw new ArgumentException($"{expected} are needed, {given} were given.", name);
        }
    }
}
