using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>How closely two columns move together, with its uncertainty and its test of no association.</summary>
/// <remarks>
/// An association, not an effect. Where either column is constant, or there are fewer than two pairs, every number is null.
/// </remarks>
public readonly record struct Correlation
{
    /// <summary>
    /// The coefficient, −1 to 1. Its standard error is that of atanh(coefficient) brought back by the delta method. Standard error and
    /// interval are null below the number of pairs the interval needs; the interval is null too where the coefficient is ±1, since the
    /// pairs then say nothing about their scatter.
    /// </summary>
    public required Estimate Coefficient { get; init; }

    /// <summary>The test statistic: t for Pearson and Spearman (null for ±1, where it is infinite), z for Kendall.</summary>
    public required double? Statistic { get; init; }

    /// <summary>The two-sided p-value of no association from the statistic; 0 where the statistic is infinite.</summary>
    public required double? PValue { get; init; }

    /// <summary>
    /// The two-sided p-value from all orders of the pairs, for Spearman up to 9 pairs without ties; null elsewhere. Preferred where there
    /// is one.
    /// </summary>
    public double? ExactPValue { get; init; }

    internal static Correlation Undefined(int pairs) =>
        new()
        {
            Coefficient = Estimate.None with { SampleSize = pairs },
            Statistic = null,
            PValue = null,
        };

    /// <summary>From r with t on n − 2 degrees of freedom.</summary>
    internal static Correlation FromStudentT(
        Alignment alignment,
        int pairs,
        double? transformedError,
        double level,
        string method
    )
    {
        int freedom = pairs - 2;
        double? statistic = alignment.StudentT(freedom);
        double? limit = alignment.IsPerfect && freedom > 0 ? 0 : null;
        return new Correlation
        {
            Coefficient = EstimateOf(alignment.Coefficient, alignment.Gap, pairs, transformedError, level, method),
            Statistic = statistic,
            PValue = statistic is { } t ? StudentTDistribution.TwoSidedTail(t, freedom) : limit,
        };
    }

    /// <summary>The coefficient with the limits that its standard error on the atanh scale gives.</summary>
    internal static Estimate EstimateOf(
        double coefficient,
        double gap,
        int pairs,
        double? transformedError,
        double level,
        string method
    ) =>
        new()
        {
            Value = coefficient,
            StandardError = gap * (2 - gap) * transformedError,
            Interval =
                transformedError is { } error && Math.Abs(coefficient) < 1
                    ? CorrelationInterval
                        .FromTransformed(coefficient, error, level)
                        .Containing(coefficient)
                        .ToInterval(level, method)
                    : null,
            SampleSize = pairs,
        };

    internal static void ThrowIfInvalid(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        if (first.Length != second.Length)
        {
            throw new ArgumentException(
                $"{first.Length} first and {second.Length} second values were given; pairs have one of each.",
                nameof(second)
            );
        }

        FiniteNumbers.ThrowIfNotFinite(first, nameof(first));
        FiniteNumbers.ThrowIfNotFinite(second, nameof(second));
    }
}
