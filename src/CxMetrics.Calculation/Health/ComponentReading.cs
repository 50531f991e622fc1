using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Health;

/// <summary>What is known of one component for one customer. A component without a reading is missing.</summary>
/// <param name="Key">The key of the component.</param>
/// <param name="Value">The value of the measure, finite, in its unit.</param>
/// <param name="StandardError">Its standard error, finite; 0 for a value that is known exactly, such as days since the last login.</param>
/// <param name="Age">How old the reading is, 0 or more.</param>
public readonly record struct ComponentReading(string Key, double Value, double StandardError, TimeSpan Age)
{
    /// <summary>A reading from an estimate.</summary>
    /// <param name="key">The key of the component.</param>
    /// <param name="estimate">An estimate with a value, and a standard error above 0 or an interval with two limits.</param>
    /// <param name="age">How old it is.</param>
    /// <returns>
    /// A reading whose standard error is the larger of the estimate's and of half the width of its interval over z: where a few answers all
    /// agree the standard error is 0, and the interval knows better.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The estimate has no value, neither an interval nor a standard error above 0, or an interval that is open to one side.
    /// </exception>
    public static ComponentReading FromEstimate(string key, Estimate estimate, TimeSpan age)
    {
        double ofInterval = estimate.Interval is { } interval
            ? interval.MarginOfError / StandardNormal.TwoSidedQuantile(interval.Level)
            : 0;
        double error = Math.Max(estimate.StandardError ?? 0, ofInterval);
        if (estimate.Value is not { } value || !(error > 0 && double.IsFinite(error)))
        {
            throw new ArgumentException(
                $"The estimate for '{key}' has no value or says nothing about its uncertainty.",
                nameof(estimate)
            );
        }

        return new ComponentReading(key, value, error, age);
    }
}
