using System.Globalization;

namespace CxMetrics.Calculation.Survival;

/// <summary>What a duration may be: finite and 0 or more.</summary>
internal static class Durations
{
    /// <summary>Whether a number is a duration; false for NaN.</summary>
    public static bool IsValid(double value) => value >= 0 && value <= double.MaxValue;

    /// <summary>Refuses anything else.</summary>
    public static void ThrowIfInvalid(double value, string name)
    {
        if (!IsValid(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "A time is finite and 0 or more.");
        }
    }

    /// <summary>Refuses what cannot be the end of a period: anything else, and 0.</summary>
    public static void ThrowIfInvalidHorizon(double value, string name)
    {
        if (!IsValid(value) || !(value > 0))
        {
            throw new ArgumentOutOfRangeException(name, value, "A horizon is finite and above 0.");
        }
    }

    /// <summary>The exception for the duration of a subject.</summary>
    public static ArgumentOutOfRangeException Invalid(double value, int subject, string name) =>
        new(
            name,
            value,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Subject {subject}, counted from 0, has {value}; a time is finite and 0 or more."
            )
        );
}
