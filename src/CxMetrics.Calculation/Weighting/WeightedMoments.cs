using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Weighting;

/// <summary>The mean of weighted numbers with two estimates of its standard error.</summary>
/// <remarks>
/// With weights w and mean m = Σwx/Σw: effective sample size n' = (Σw)²/Σw²; variance Σw(x − m)²/Σw · n'/(n' − 1); Kish's standard error
/// √(variance/n') (Kish 1965, Survey Sampling); linearised standard error √(n/(n − 1) · Σ(w(x − m))²)/Σw, sampling with replacement.
/// With equal weights both are s/√n. Weights of 0 are left out. Immutable.
/// </remarks>
public sealed record WeightedMoments
{
    // Squares of products of weights and numbers stay in range with their logarithms to base 2 up to this.
    private const int LargestExponent = 200;

    private WeightedMoments() { }

    /// <summary>The weighted mean, in the unit of the numbers.</summary>
    public required double Mean { get; init; }

    /// <summary>How many numbers have a positive weight, n.</summary>
    public required long SampleSize { get; init; }

    /// <summary>(Σw)²/Σw², from 1 to n.</summary>
    public required double EffectiveSampleSize { get; init; }

    /// <summary>n/n', 1 or more: by how much the weights raise the variance.</summary>
    public double DesignEffect => SampleSize / EffectiveSampleSize;

    /// <summary><see cref="Caveats.Weighted"/> where the weights differ.</summary>
    public required Caveats Caveats { get; init; }

    /// <summary>The weighted variance; null for one number, whose variance is unknown, and beyond the range of a double.</summary>
    public required double? Variance { get; init; }

    /// <summary>Kish's standard error of the mean; null for one number, and beyond the range of a double.</summary>
    public required double? StandardErrorKish { get; init; }

    /// <summary>The linearised standard error of the mean; null for one number, and beyond the range of a double.</summary>
    public required double? StandardErrorLinearized { get; init; }

    /// <summary>The moments of weighted numbers.</summary>
    /// <param name="values">The numbers, all finite, at least one.</param>
    /// <param name="weights">One weight per number, finite, none negative, not all 0.</param>
    /// <exception cref="ArgumentException">There are not as many weights as values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value or weight is not finite, a weight is negative, or all weights are 0.</exception>
    public static WeightedMoments Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        ThrowIfInvalid(values, weights);
        int valueExponent = BinaryScale.ExponentOf(values);
        int weightExponent = BinaryScale.ExponentOf(weights);
        return Math.Max(Math.Abs(valueExponent), Math.Abs(weightExponent)) <= LargestExponent
            ? OfModerate(values, weights)
            : OfModerate(BinaryScale.Scaled(values, -valueExponent), BinaryScale.Scaled(weights, -weightExponent))
                .ScaledBy(valueExponent);
    }

    private static WeightedMoments OfModerate(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        WeightTotals totals = WeightTotals.Of(weights);
        if (totals.Count == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(weights), 0, "The weights add up to more than 0.");
        }

        double mean = WeightedMean(values, weights, totals.Sum);
        double remainder = WeightedSumAbout(values, weights, mean) / totals.Sum;
        (double squares, double weightedSquares) = Deviations(values, weights, mean, remainder);
        double effective = totals.EffectiveSampleSize;
        double n = totals.Count;
        double? variance = effective > 1 ? squares / totals.Sum * effective / (effective - 1) : null;
        return new WeightedMoments
        {
            Mean = mean,
            SampleSize = totals.Count,
            EffectiveSampleSize = effective,
            Caveats = totals.Caveats,
            Variance = variance,
            StandardErrorKish = variance is { } known ? Math.Sqrt(known / effective) : null,
            StandardErrorLinearized = n > 1 ? Math.Sqrt(n / (n - 1) * weightedSquares) / totals.Sum : null,
        };
    }

    // Powers of two change no digit, so that squares of numbers beyond 1e60 neither overflow nor vanish.
    private WeightedMoments ScaledBy(int exponent) =>
        this with
        {
            Mean = Math.ScaleB(Mean, exponent),
            Variance = ScaledBy(Variance, 2 * exponent),
            StandardErrorKish = ScaledBy(StandardErrorKish, exponent),
            StandardErrorLinearized = ScaledBy(StandardErrorLinearized, exponent),
        };

    private static double? ScaledBy(double? number, int exponent) =>
        number is { } known && Math.ScaleB(known, exponent) is var scaled && double.IsFinite(scaled) ? scaled : null;

    private static void ThrowIfInvalid(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.Length != weights.Length)
        {
            throw new ArgumentException(
                $"{values.Length} values and {weights.Length} weights were given.",
                nameof(weights)
            );
        }

        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        FiniteNumbers.ThrowIfNotFiniteOrNegative(weights, nameof(weights));
    }

    // The second sum takes out what rounding left in the first.
    private static double WeightedMean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double total)
    {
        double first = WeightedSumAbout(values, weights, 0) / total;
        return first + (WeightedSumAbout(values, weights, first) / total);
    }

    private static double WeightedSumAbout(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double centre)
    {
        CompensatedSum sum = default;
        for (int index = 0; index < values.Length; index++)
        {
            sum = sum.Add(weights[index] * (values[index] - centre));
        }

        return sum.Value;
    }

    // The remainder is what rounding took from the mean: next to a large common offset it is as large as the deviations.
    private static (double Squares, double WeightedSquares) Deviations(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> weights,
        double mean,
        double remainder
    )
    {
        CompensatedSum squares = default;
        CompensatedSum weightedSquares = default;
        for (int index = 0; index < values.Length; index++)
        {
            double deviation = values[index] - mean - remainder;
            double weighted = weights[index] * deviation;
            squares = squares.Add(weighted * deviation);
            weightedSquares = weightedSquares.Add(weighted * weighted);
        }

        return (squares.Value, weightedSquares.Value);
    }
}
