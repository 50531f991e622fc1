using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>The u chart: is a rate of events per unit of exposure, such as contacts per customer and week, in statistical control?</summary>
/// <remarks>
/// <para>
/// Centre ū = Σx/Σn over the baseline, n the exposure; limits ū ± 3√(ū/n), none below 0. Subgroups without exposure are gaps. Source:
/// Montgomery (2019), Introduction to Statistical Quality Control, section 7.3.
/// </para>
/// <para>
/// Where the baseline has no events, three standard errors are 0 and a single event would signal. The upper limit is then where the prediction
/// from the baseline (<see cref="CountSurge"/>) leaves P(Z &gt; 3) = .00135 beyond, and runs are not judged.
/// </para>
/// </remarks>
public static class UChart
{
    private const int FewExpected = 5;

    // Beyond these multiples of the baseline's exposure the prediction depends on the baseline alone, or is that of no event at all.
    private const double LeastTimesBaseline = 1e-100;
    private const double MostTimesBaseline = 1e9;

    /// <summary>The chart of events over exposures.</summary>
    /// <param name="events">The events of each subgroup, in order of time; none negative.</param>
    /// <param name="exposures">The exposure of each, finite and 0 or more; 0, which cannot have events, makes a gap.</param>
    /// <param name="baselinePoints">How many of the first subgroups set the centre; all where null. The others are only watched.</param>
    /// <param name="rules">What to look for.</param>
    /// <param name="limits">How wide the limits are.</param>
    /// <returns>
    /// The chart. Centre and limits are null where the baseline has no exposure; Laney's limits also where it has fewer than two points, or
    /// all of them in one place. <see cref="Caveats.LowSampleSize"/> where a subgroup expects fewer than 5 events.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many exposures as events.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is negative or not finite, events have no exposure or a rate beyond the range of a double, the baseline is not from 0 to all points, or a rule or
    /// the kind of limits is unknown.
    /// </exception>
    public static ControlChart FromCounts(
        ReadOnlySpan<long> events,
        ReadOnlySpan<double> exposures,
        int? baselinePoints = null,
        ChartRules rules = ChartRules.Default,
        AttributeLimits limits = AttributeLimits.Shewhart
    )
    {
        RunRules.ThrowIfInvalid(rules);
        AttributeChart.ThrowIfInvalid(limits);
        int baseline = RunRules.Baseline(baselinePoints, events.Length);
        double?[] rates = Rates(events, exposures);
        double x = 0;
        double m = 0;
        for (int index = 0; index < baseline; index++)
        {
            x += events[index];
            m += exposures[index];
        }

        double? center = m > 0 ? x / m : null;
        ChartLine[] lines = center switch
        {
            null => Predicted(rates, exposures, null),
            > 0 and { } rate => AttributeChart.Lines(
                rates,
                Errors(exposures, rate),
                rate,
                double.MaxValue,
                baseline,
                limits
            ),
            _ => Predicted(rates, exposures, m),
        };
        return RunRules.Mark(lines, center, baseline, rules, CaveatsOf(exposures, center ?? 0));
    }

    private static double?[] Rates(ReadOnlySpan<long> events, ReadOnlySpan<double> exposures)
    {
        if (events.Length != exposures.Length)
        {
            throw new ArgumentException(
                $"{events.Length} counts and {exposures.Length} exposures were given.",
                nameof(exposures)
            );
        }

        FiniteNumbers.ThrowIfNotFiniteOrNegative(exposures, nameof(exposures));
        double?[] rates = new double?[events.Length];
        for (int index = 0; index < rates.Length; index++)
        {
            if (events[index] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(events), events[index], "A count is not negative.");
            }

            rates[index] = exposures[index] > 0 ? events[index] / exposures[index] : null;
            if (events[index] > 0 && !double.IsFinite(rates[index] ?? double.NaN))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(exposures),
                    exposures[index],
                    "Events need an exposure above 0, large enough for their rate to be a finite number."
                );
            }
        }

        return rates;
    }

    private static double[] Errors(ReadOnlySpan<double> exposures, double rate)
    {
        double[] errors = new double[exposures.Length];
        for (int index = 0; index < errors.Length; index++)
        {
            // The quotient itself may be below every double.
            errors[index] = Math.Sqrt(rate) / Math.Sqrt(exposures[index]);
        }

        return errors;
    }

    /// <summary>Lines for a baseline without events, or without exposure where that is null.</summary>
    private static ChartLine[] Predicted(
        ReadOnlySpan<double?> rates,
        ReadOnlySpan<double> exposures,
        double? baselineExposure
    )
    {
        ChartLine[] lines = new ChartLine[rates.Length];
        for (int index = 0; index < lines.Length; index++)
        {
            if (rates[index] is not { } rate)
            {
                continue;
            }

            double? upper = baselineExposure is { } baseline ? UpperRate(exposures[index], baseline) : null;
            lines[index] = new ChartLine(rate, null, upper is null ? null : 0, upper);
        }

        return lines;
    }

    private static double UpperRate(double exposure, double baselineExposure)
    {
        double times = Math.Clamp(exposure / baselineExposure, LeastTimesBaseline, MostTimesBaseline);
        NegativeBinomialLaw law = new(0.5 * times, times);
        return CountLaws.UpperLimit(law, AttributeChart.ThreeSigmaTail) / times / baselineExposure;
    }

    private static Caveats CaveatsOf(ReadOnlySpan<double> exposures, double rate)
    {
        foreach (double exposure in exposures)
        {
            if (exposure > 0 && exposure * rate < FewExpected)
            {
                return Caveats.LowSampleSize;
            }
        }

        return Caveats.None;
    }
}
