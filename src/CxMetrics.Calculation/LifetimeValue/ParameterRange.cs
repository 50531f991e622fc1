using System.Runtime.CompilerServices;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>What parameters and horizons of the models may be: wide enough for any data, narrow enough that nothing overflows.</summary>
internal static class ParameterRange
{
    private const double LeastShape = 1e-12;
    private const double LargestShape = 1e12;
    private const double LeastScale = 1e-305;
    private const double LargestScale = 1e305;
    private const double LeastRatio = 1e-150;
    private const double LargestRatio = 1e150;

    /// <summary>Whether all of these are shapes that a model takes.</summary>
    public static bool IsShape(params ReadOnlySpan<double> shapes)
    {
        foreach (double shape in shapes)
        {
            if (!IsWithin(shape, LeastShape, LargestShape))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Refuses shapes of distributions outside 1e-12 to 1e12.</summary>
    public static void ThrowIfNotShape(double shape, [CallerArgumentExpression(nameof(shape))] string? name = null) =>
        ThrowIfNotWithin(shape, LeastShape, LargestShape, "A shape lies between 1e-12 and 1e12.", name);

    /// <summary>Refuses scales, which carry a unit, outside 1e-305 to 1e305.</summary>
    public static void ThrowIfNotScale(double scale, [CallerArgumentExpression(nameof(scale))] string? name = null) =>
        ThrowIfNotWithin(scale, LeastScale, LargestScale, "A scale lies between 1e-305 and 1e305.", name);

    /// <summary>Refuses horizons that are negative, not finite or more than 1e150 times a length of time; returns their ratio to it.</summary>
    public static double HorizonRatio(double horizon, double length)
    {
        double ratio = horizon / length;
        return ratio is >= 0 and <= LargestRatio
            ? ratio
            : throw new ArgumentOutOfRangeException(
                nameof(horizon),
                horizon,
                "A horizon is finite, not negative and at most 1e150 times the scale of the purchase rates."
            );
    }

    /// <summary>Refuses discount rates whose product with a length of time is not from 1e-150 to 1e150; returns the product.</summary>
    public static double RateTimesLength(double continuousRate, double length)
    {
        double product = continuousRate * length;
        return IsWithin(product, LeastRatio, LargestRatio)
            ? product
            : throw new ArgumentOutOfRangeException(
                nameof(continuousRate),
                continuousRate,
                "A continuous discount rate is above 0 and its product with a customer's age is a moderate number."
            );
    }

    /// <summary>Refuses an output that has not one place per customer.</summary>
    public static void ThrowIfLengthsDiffer(int customers, int places, string name)
    {
        if (customers != places)
        {
            throw new ArgumentException(
                $"{customers} customers and {places} places for their results were given.",
                name
            );
        }
    }

    private static void ThrowIfNotWithin(double value, double least, double largest, string rule, string? name)
    {
        if (!IsWithin(value, least, largest))
        {
            throw new ArgumentOutOfRangeException(name, value, rule);
        }
    }

    private static bool IsWithin(double value, double least, double largest) => value >= least && value <= largest;
}
