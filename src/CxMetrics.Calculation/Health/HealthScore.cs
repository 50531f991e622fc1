using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Health;

/// <summary>
/// The health score of a customer: declared components, each brought to 0 to 100 by a declared curve, averaged by weight.
/// </summary>
/// <remarks>
/// Σ wc/Σ w over the components c present. A component without a reading, or with one older than its validity, is absent: neither 0 nor
/// 50; the others share its weight. Its standard error adds up the squared errors of the components by their shares, as if they erred
/// independently; <see cref="HealthCurve.StandardErrorOfPoints"/> says how an error passes a curve.
/// </remarks>
public static class HealthScore
{
    /// <summary>The coverage below which there is no score.</summary>
    public const double LeastCoverage = 0.5;

    // Weights such as 0.1 + 0.2 miss an exact half by a rounding.
    private const double Rounding = 1e-12;

    /// <summary>The score of one customer.</summary>
    /// <param name="definition">What the score is made of.</param>
    /// <param name="readings">What is known of the customer, at most one reading per component.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The assessment; its interval is score ± z standard errors, moved into 0 to 100.</returns>
    /// <exception cref="ArgumentException">A reading is of no component of the definition, or two are of the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A value or standard error is not finite, a standard error or age is negative, or the level is not strictly between 0 and 1.
    /// </exception>
    public static HealthAssessment FromReadings(
        HealthDefinition definition,
        IReadOnlyList<ComponentReading> readings,
        double level = ConfidenceLevel.Default
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(readings);
        ConfidenceLevel.ThrowIfInvalid(level);
        ThrowIfInvalid(definition, readings);
        ComponentSorting sorting = ComponentSorting.Of(definition, readings);
        double coverage = Math.Min(1, sorting.Weight / definition.TotalWeight);
        bool isCovered = coverage >= LeastCoverage - Rounding;
        return new HealthAssessment
        {
            Definition = definition,
            Readings = Array.AsReadOnly(readings.ToArray()),
            Score = isCovered ? EstimateOf(sorting, level) : Estimate.None,
            Coverage = coverage,
            Band = isCovered ? definition.Bands.BandOf(sorting.Score) : null,
            Probabilities = isCovered ? definition.Bands.ProbabilitiesOf(sorting.Score, sorting.StandardError) : null,
            Components = sorting.Present,
            Stale = sorting.Stale,
            Missing = sorting.Missing,
        };
    }

    private static Estimate EstimateOf(ComponentSorting sorting, double level)
    {
        double score = sorting.Score;
        double error = sorting.StandardError;
        return new Estimate
        {
            Value = score,
            StandardError = error,
            Interval =
                error > 0
                    ? WaldInterval
                        .FromStandardError(score, error, level)
                        .ClippedTo(0, 100)
                        .ToInterval(level, IntervalMethodNames.ErrorPropagation)
                    : null,
            SampleSize = sorting.Present.Count,
        };
    }

    private static void ThrowIfInvalid(HealthDefinition definition, IReadOnlyList<ComponentReading> readings)
    {
        HashSet<string> known = [.. definition.Components.Select(component => component.Key)];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ComponentReading reading in readings)
        {
            if (!known.Contains(reading.Key))
            {
                throw new ArgumentException(
                    $"'{reading.Key}' is no component of definition '{definition.Version}'.",
                    nameof(readings)
                );
            }

            if (!seen.Add(reading.Key))
            {
                throw new ArgumentException($"There are two readings of '{reading.Key}'.", nameof(readings));
            }

            FiniteNumbers.ThrowIfNotFinite([reading.Value], nameof(readings));
            FiniteNumbers.ThrowIfNotFiniteOrNegative([reading.StandardError], nameof(readings));
            if (reading.Age < TimeSpan.Zero)
            {
                throw new ArgumentOutOfRangeException(nameof(readings), reading.Age, "An age is 0 or more.");
            }
        }
    }
}
