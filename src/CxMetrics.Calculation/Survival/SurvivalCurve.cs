using System.Buffers;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Survival;

/// <summary>The share of subjects without the event as a function of time, from durations of which some are still open: Kaplan and Meier's estimate.</summary>
/// <remarks>
/// <para>
/// Retention: time from the start to churn, current customers censored. Time to value, resolution time: time to the event, open cases
/// censored. With n at risk and d events at each distinct time up to t
/// </para>
/// <code>S(t) = ∏ (n − d)/n        standard error = S √(Σ d/(n(n − d)))        (Greenwood)</code>
/// <para>
/// A subject is at risk at t when entry &lt; t ≤ time; whoever is censored at t leaves after the events at t. Times are equal when they
/// are the same double. Censoring and entry must not depend on the coming event.
/// </para>
/// <para>
/// Delayed entry: S is conditional on still being there at the first entry. Where at some moment nobody is at risk although others enter
/// later, the curve goes on as R's does: flat, or at 0 when the last one had the event. Whatever lies beyond such a moment has
/// <see cref="Caveats.AssumptionDoubtful"/>.
/// </para>
/// <para>
/// Sources: Kaplan and Meier (1958), JASA 53, 457-481; Greenwood (1926), Reports on Public Health and Medical Subjects 33; delayed entry:
/// Tsai, Jewell and Wang (1987), Biometrika 74, 883-886. Immutable. Time: that of a radix sort, linear in the number of subjects.
/// </para>
/// </remarks>
public sealed class SurvivalCurve
{
    private readonly SurvivalSteps _steps;

    private SurvivalCurve(SurvivalSteps steps, double[]? entries, int subjects)
    {
        _steps = steps;
        RiskSet = new RiskSet(steps, entries);
        Subjects = subjects;
    }

    /// <summary>The number of subjects.</summary>
    public int Subjects { get; }

    /// <summary>The number of events.</summary>
    public int Events => _steps.TotalEvents;

    /// <summary>The distinct times at which somebody leaves, by event or censored, ascending: one step each.</summary>
    public ReadOnlySpan<double> Times => _steps.Times;

    /// <summary>By step, how many are at risk just before it, n.</summary>
    public ReadOnlySpan<int> AtRisk => _steps.AtRisk;

    /// <summary>By step, how many have their event, d.</summary>
    public ReadOnlySpan<int> EventCounts => _steps.Events;

    /// <summary>By step, how many are censored.</summary>
    public ReadOnlySpan<int> CensoredCounts => _steps.Censored;

    /// <summary>By step, the share without event from that time on, 0 to 1. It is 1 before the first event.</summary>
    public ReadOnlySpan<double> Survival => _steps.Survival;

    internal SurvivalSteps Steps => _steps;

    internal RiskSet RiskSet { get; }

    /// <summary>The curve of subjects that are all observed from time 0 on.</summary>
    /// <param name="times">How long each was observed: to the event or, without one, to now. Finite, 0 or more, in any unit; in any order.</param>
    /// <param name="events">Whether the time of each ends with the event; false for censored.</param>
    /// <returns>The curve; without any step when there are no subjects.</returns>
    /// <exception cref="ArgumentException">There are not as many events as times.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite; the message names the subject.</exception>
    public static SurvivalCurve FromTimes(ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        ThrowIfNotAsMany(times, events);
        return FromSubjects(times, events, entries: null);
    }

    /// <summary>The curve of subjects of which some were not observed from time 0 on: delayed entry, also called left truncation.</summary>
    /// <param name="times">When each left, counted from its own start. Finite, 0 or more, in any unit; in any order.</param>
    /// <param name="events">Whether each left with the event; false for censored.</param>
    /// <param name="entries">How long after its own start the observation of each began; 0 for those observed from the start, always before the time.</param>
    /// <returns>The curve; without any step when there are no subjects.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, or somebody enters no earlier than leaving; the message names the subject.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time or an entry is negative or not finite; the message names the subject.</exception>
    public static SurvivalCurve FromTimes(
        ReadOnlySpan<double> times,
        ReadOnlySpan<bool> events,
        ReadOnlySpan<double> entries
    )
    {
        ThrowIfNotAsMany(times, events);
        if (entries.Length != times.Length)
        {
            throw new ArgumentException(
                $"{times.Length} times and {entries.Length} entries were given.",
                nameof(entries)
            );
        }

        return FromSubjects(times, events, SubjectKeys.SortedEntries(entries, times));
    }

    /// <summary>Nelson and Aalen's cumulative hazard at every step.</summary>
    public CumulativeHazard CumulativeHazard() => new(_steps);

    /// <summary>Greenwood's standard error of S at a step; 0 before the first event, null where S is 0.</summary>
    /// <param name="step">The index of the step, as in <see cref="Times"/>.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such step.</exception>
    public double? StandardErrorAt(int step) =>
        _steps.Survival[step] > 0 ? _steps.Survival[step] * Math.Sqrt(_steps.Greenwood[step]) : null;

    /// <summary>The limits at every step.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public SurvivalLimits Limits(
        double level = ConfidenceLevel.Default,
        SurvivalIntervalMethod method = SurvivalIntervalMethod.LogLog
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        return new SurvivalLimits(_steps, level, method);
    }

    /// <summary>The share without event at a time: retention at 90 days.</summary>
    /// <param name="time">The time, finite and 0 or more, in the unit of the durations.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no subjects. No value (null) beyond the last time when that was a censoring, and with delayed entry
    /// up to the first entry: nobody was observed there. Otherwise a value in an interval that holds it, lies within 0 to 1 and has a
    /// width. The effective sample size is the number of uncensored subjects that would have given the same standard error,
    /// (1 − S)/(S Σ d/(n(n − d))). Where there is no such number, before the first event and once S is 0, it is n/S just before that time
    /// (the smallest number at risk so far with delayed entry), and Wilson's interval with that size answers and is named.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public EstimateAtTime At(
        double time,
        double level = ConfidenceLevel.Default,
        SurvivalIntervalMethod method = SurvivalIntervalMethod.LogLog
    )
    {
        Durations.ThrowIfInvalid(time, nameof(time));
        ConfidenceLevel.ThrowIfInvalid(level);
        _ = method.ToShortName();
        if (Subjects == 0)
        {
            return new EstimateAtTime(time, Estimate.None, 0);
        }

        int step = SortedNumbers.CountAtMost(Times, time) - 1;
        double survival = step < 0 ? 1 : _steps.Survival[step];
        double greenwood = step < 0 ? 0 : _steps.Greenwood[step];
        Estimate estimate = RiskSet.Covers(time)
            ? SurvivalEstimates.At(survival, greenwood, time, RiskSet, level, method)
            : SurvivalEstimates.NotObserved(Subjects);
        return new EstimateAtTime(time, estimate, RiskSet.At(time));
    }

    /// <summary>The time by which half of the subjects have had the event: median time to churn, to value, to resolution.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method of the curve whose limits are inverted.</param>
    /// <returns>As <see cref="Quantile"/> for 0.5.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public SurvivalQuantile Median(
        double level = ConfidenceLevel.Default,
        SurvivalIntervalMethod method = SurvivalIntervalMethod.LogLog
    ) => Quantile(0.5, level, method);

    /// <summary>The time by which a share of the subjects has had the event.</summary>
    /// <remarks>
    /// The smallest t with S(t) ≤ 1 − p; where S is 1 − p over a stretch, its middle, as R does. The limits are those times for the lower and
    /// the upper limits of the curve: Brookmeyer and Crowley (1982), Biometrics 38, 29-41. Where limits that rise again would put the lower one
    /// above the time itself, it is the time.
    /// </remarks>
    /// <param name="probability">The share that has had the event, p, above 0 and below 1.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method of the curve whose limits are inverted.</param>
    /// <returns>The time and its limits; each is null when the curve, or its limits, do not come down that far. All are null for no subjects.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability or the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public SurvivalQuantile Quantile(
        double probability,
        double level = ConfidenceLevel.Default,
        SurvivalIntervalMethod method = SurvivalIntervalMethod.LogLog
    )
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability),
                probability,
                "A probability is above 0 and below 1."
            );
        }

        ConfidenceLevel.ThrowIfInvalid(level);
        string name = method.ToShortName();
        QuantileTimes times = QuantileTimes.Of(_steps, probability, StandardNormal.TwoSidedQuantile(level), method);
        return new SurvivalQuantile
        {
            Probability = probability,
            Value = times.Value,
            Lower = times.Lower > times.Value ? times.Value : times.Lower,
            Upper = times.Upper,
            Level = level,
            Method = name,
            SampleSize = Subjects,
            Caveats = times.Value is { } reached ? RiskSet.CaveatsAt(reached) : Caveats.None,
        };
    }

    private static SurvivalCurve FromSubjects(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double[]? entries)
    {
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(times.Length);
        try
        {
            Span<ulong> keys = rented.AsSpan(0, times.Length);
            SubjectKeys.FillSorted(times, events, keys);
            return new SurvivalCurve(new SurvivalSteps(keys, entries), entries, times.Length);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    private static void ThrowIfNotAsMany(ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        if (times.Length != events.Length)
        {
            throw new ArgumentException($"{times.Length} times and {events.Length} events were given.", nameof(events));
        }
    }
}
