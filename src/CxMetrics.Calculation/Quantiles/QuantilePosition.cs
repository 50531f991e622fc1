namespace CxMetrics.Calculation.Quantiles;

/// <summary>Where a definition puts a quantile: between two neighbouring ranks, counted from 1.</summary>
/// <param name="Below">The lower rank.</param>
/// <param name="Above">The rank after it, or the same at the ends.</param>
/// <param name="Fraction">How far from the one to the other, 0 to 1.</param>
internal readonly record struct QuantilePosition(long Below, long Above, double Fraction)
{
    // n p is a product of rounded numbers: 70 × 0.1 comes out above 7.
    private const double Fuzz = 1e-15;

    /// <summary>The position among <paramref name="n"/> numbers, at least one.</summary>
    public static QuantilePosition Of(long n, double probability, QuantileDefinition definition)
    {
        double p = probability;
        double offset = definition switch
        {
            QuantileDefinition.R1 or QuantileDefinition.R2 or QuantileDefinition.R4 => 0,
            QuantileDefinition.R3 => -0.5,
            QuantileDefinition.R5 => 0.5,
            QuantileDefinition.R6 => p,
            QuantileDefinition.R7 => 1 - p,
            QuantileDefinition.R8 => (p + 1) / 3,
            QuantileDefinition.R9 => (p / 4) + 0.375,
            _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "Unknown definition."),
        };
        double position = (n * p) + offset;
        double whole = Math.Floor(position);
        double fraction = position - whole;
        double fuzz = Fuzz * Math.Max(1, n * p);
        if (fraction >= 1 - fuzz)
        {
            whole++;
            fraction = 0;
        }

        return Between(n, whole, Step(definition, whole, fraction <= fuzz ? 0 : fraction));
    }

    /// <summary>The number at the position.</summary>
    /// <param name="below">The number with the rank <see cref="Below"/>.</param>
    /// <param name="above">The number with the rank <see cref="Above"/>.</param>
    public double Interpolate(double below, double above)
    {
        // Adding the distance to the lower number can miss the upper one by its last digit.
        if (!(Fraction < 1))
        {
            return above;
        }

        double distance = above - below;
        if (!double.IsFinite(distance))
        {
            return 2 * Interpolate(below / 2, above / 2);
        }

        return Math.Min(above, below + (Fraction * distance));
    }

    /// <summary>The fraction as the definitions that jump have it.</summary>
    private static double Step(QuantileDefinition definition, double whole, double fraction) =>
        definition switch
        {
            QuantileDefinition.R1 => fraction > 0 ? 1 : 0,
            QuantileDefinition.R2 => fraction > 0 ? 1 : 0.5,
            QuantileDefinition.R3 => fraction > 0 || Math.IEEERemainder(whole, 2) is not 0.0 ? 1 : 0,
            _ => fraction,
        };

    private static QuantilePosition Between(long n, double whole, double fraction)
    {
        if (whole < 1)
        {
            return new QuantilePosition(1, 1, 0);
        }

        if (whole >= n)
        {
            return new QuantilePosition(n, n, 0);
        }

        long below = (long)whole;
        return new QuantilePosition(below, below + 1, fraction);
    }
}
