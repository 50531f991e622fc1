namespace CxMetrics.Calculation.Weighting;

/// <summary>How far a weight may be from the mean of all weights, which is 1. Immutable.</summary>
public readonly record struct WeightBounds
{
    /// <summary>Creates bounds.</summary>
    /// <param name="lowest">The lowest weight, from 0 to 1.</param>
    /// <param name="highest">The highest weight, 1 or more; may be infinite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bounds do not lie on both sides of 1.</exception>
    public WeightBounds(double lowest, double highest)
    {
        // Written so that NaN, which compares false with everything, is refused.
        if (!(lowest >= 0 && lowest <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(lowest), lowest, "The lowest weight is from 0 to 1.");
        }

        if (!(highest >= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(highest), highest, "The highest weight is 1 or more.");
        }

        Lowest = lowest;
        Highest = highest;
    }

    /// <summary>1/5 to 5: nobody counts more than 25 times as much as somebody else. The usual cap of opinion polls (DeBell and Krosnick 2009, ANES Technical Report nes012427).</summary>
    public static WeightBounds Default { get; } = new(0.2, 5);

    /// <summary>No bounds: the margins of the frame are met whatever it costs in variance.</summary>
    public static WeightBounds None { get; } = new(0, double.PositiveInfinity);

    /// <summary>The lowest weight.</summary>
    public double Lowest { get; }

    /// <summary>The highest weight.</summary>
    public double Highest { get; }

    internal double Clamp(double weight) => Math.Clamp(weight, Lowest, Highest);
}
