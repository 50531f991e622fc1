using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Clustering;

/// <summary>The mean of numbers, in their unit, that come in clusters whose numbers resemble each other: several answers per account.</summary>
/// <remarks>
/// With G clusters, n numbers in all and e the sum of the deviations of a cluster from the mean: variance G/(G − 1) · Σe²/n² (linearised,
/// clusters drawn with replacement), design effect variance/(s²/n), effective sample size n/design effect, and Student's t with G − 1 degrees
/// of freedom. Source: Kish (1965), Survey Sampling; same numbers as R's <c>survey::svymean</c> with <c>deff = "replace"</c> and
/// <c>degf</c>. The bootstrap of the same is <see cref="Bootstrap.ClusterMean"/>.
/// </remarks>
public static class ClusteredMean
{
    /// <summary>The mean with its interval.</summary>
    /// <param name="values">The numbers, all finite.</param>
    /// <param name="clusters">The cluster of each number: any number that those of one cluster share.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no numbers. Otherwise the value with <see cref="Estimate.EffectiveSampleSize"/>. Standard error and
    /// interval are null for one cluster; where all clusters have the same mean the standard error is 0 and the interval null. In both cases
    /// the effective size is (Σm)²/Σm² over the sizes m, the number of clusters that count. <see cref="Caveats.Concentrated"/> when one
    /// cluster is more than a quarter of the numbers.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many clusters as values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the level is not strictly between 0 and 1.</exception>
    public static Estimate FromValues(
        ReadOnlySpan<double> values,
        ReadOnlySpan<int> clusters,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        if (clusters.Length != values.Length)
        {
            throw new ArgumentException(
                $"{values.Length} values and {clusters.Length} clusters were given.",
                nameof(clusters)
            );
        }

        if (values.IsEmpty)
        {
            return Estimate.None;
        }

        CentredValues centred = CentredValues.Of(values);
        ClusterDeviations parts = ClusterDeviations.Of(centred.Deviations, clusters);
        int count = parts.Sums.Length;
        double n = values.Length;
        double? scaledError = count > 1 ? Math.Sqrt(count / (count - 1.0) * SumOfSquares(parts.Sums)) / n : null;
        double? error = scaledError is { } known ? Math.ScaleB(known, centred.Exponent) : null;
        double squaredSizes = SumOfSquares(parts.Sizes);
        return new Estimate
        {
            Value = centred.Mean,
            StandardError = error,
            Interval = StudentTInterval.OrNone(centred.Mean, error, count - 1, level, IntervalMethodNames.StudentT),
            SampleSize = values.Length,
            EffectiveSampleSize = scaledError is > 0 and { } spread
                ? SumOfSquares(centred.Deviations) / (n - 1) / spread / spread
                : n / squaredSizes * n,
            Caveats = ClusterTotals.CaveatsOf(parts.Sizes.Max(), n),
        };
    }

    private static double SumOfSquares(ReadOnlySpan<double> numbers)
    {
        CompensatedSum sum = default;
        foreach (double number in numbers)
        {
            sum = sum.Add(number * number);
        }

        return sum.Value;
    }
}
