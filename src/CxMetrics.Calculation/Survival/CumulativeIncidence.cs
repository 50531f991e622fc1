using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Survival;

/// <summary>The share of subjects that has ended for one cause, where other causes compete: Aalen and Johansen's estimate.</summary>
/// <remarks>
/// <para>
/// Churn where customers are also acquired or merged: who ended otherwise can no longer churn, and is not censored as if he still might. With
/// the survival S of all causes together, d_k of the d events at each time of this cause and n at risk: F(t) = Σ S(t−) d_k/n. The shares of
/// all causes and S add up to 1.
/// </para>
/// <para>
/// The variance is the delta method's, with multinomial increments: the sum over times s up to t of
/// (F(t) − F(s))² d/(n(n − d)) + S(s−)² d_k(n − d_k)/n³ − 2(F(t) − F(s)) S(s−) d_k/n². It is F(1 − F)/n without censoring, and Greenwood's
/// with a single cause. Sources: Aalen and Johansen (1978), Scandinavian Journal of Statistics 5, 141-150; Dinse and Larson (1986),
/// Biometrika 73, 379-386. Immutable.
/// </para>
/// </remarks>
public sealed class CumulativeIncidence
{
    private readonly double[] _incidence;
    private readonly double[] _variances;

    private CumulativeIncidence(SurvivalCurve allCauses, int[] eventsOfCause)
    {
        AllCauses = allCauses;
        _incidence = new double[eventsOfCause.Length];
        _variances = new double[eventsOfCause.Length];
        SumUp(allCauses.Steps, eventsOfCause);
    }

    /// <summary>The curve of those that have not ended for any cause; its times are the steps here too.</summary>
    public SurvivalCurve AllCauses { get; }

    /// <summary>By step, the share that has ended for the cause, F, 0 to 1.</summary>
    public ReadOnlySpan<double> Incidence => _incidence;

    /// <summary>The incidence among subjects that are all observed from time 0 on.</summary>
    /// <param name="times">How long each was observed: to its end or, without one, to now. Finite, 0 or more, in any unit; in any order.</param>
    /// <param name="causes">Why each ended: 1 or more for the causes, 0 for censored.</param>
    /// <param name="cause">The cause whose incidence is asked for, 1 or more. It need not occur.</param>
    /// <returns>The incidence; without any step when there are no subjects.</returns>
    /// <exception cref="ArgumentException">There are not as many causes as times.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite, a cause is negative, or the cause asked for is below 1.</exception>
    public static CumulativeIncidence FromTimes(ReadOnlySpan<double> times, ReadOnlySpan<int> causes, int cause)
    {
        bool[] events = Events(times, causes, cause);
        return FromCurve(SurvivalCurve.FromTimes(times, events), times, causes, cause);
    }

    /// <summary>The incidence among subjects of which some were not observed from time 0 on.</summary>
    /// <param name="times">When each left, counted from its own start. Finite, 0 or more, in any unit; in any order.</param>
    /// <param name="causes">Why each ended: 1 or more for the causes, 0 for censored.</param>
    /// <param name="cause">The cause whose incidence is asked for, 1 or more. It need not occur.</param>
    /// <param name="entries">How long after its own start the observation of each began, always before the time.</param>
    /// <returns>The incidence; without any step when there are no subjects.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, or somebody enters no earlier than leaving.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time or an entry is negative or not finite, a cause is negative, or the cause asked for is below 1.</exception>
    public static CumulativeIncidence FromTimes(
        ReadOnlySpan<double> times,
        ReadOnlySpan<int> causes,
        int cause,
        ReadOnlySpan<double> entries
    )
    {
        bool[] events = Events(times, causes, cause);
        return FromCurve(SurvivalCurve.FromTimes(times, events, entries), times, causes, cause);
    }

    /// <summary>The standard error of F at a step; 0 before the first event of the cause.</summary>
    /// <param name="step">The index of the step.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such step.</exception>
    public double StandardErrorAt(int step) => Math.Sqrt(_variances[step]);

    /// <summary>The share that has ended for the cause by a time.</summary>
    /// <param name="time">The time, finite and 0 or more, in the unit of the durations.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// As <see cref="SurvivalCurve.At"/> for 1 − F, turned round: the log(−log) interval, and Wilson's before the first event of the cause or
    /// when all have ended for it. With a single cause it is 1 minus the survival share, interval and all.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or the level is not strictly between 0 and 1.</exception>
    public EstimateAtTime At(double time, double level = ConfidenceLevel.Default)
    {
        Durations.ThrowIfInvalid(time, nameof(time));
        ConfidenceLevel.ThrowIfInvalid(level);
        if (AllCauses.Subjects == 0)
        {
            return new EstimateAtTime(time, Estimate.None, 0);
        }

        RiskSet riskSet = AllCauses.RiskSet;
        Estimate estimate = riskSet.Covers(time)
            ? Covered(time, level)
            : SurvivalEstimates.NotObserved(AllCauses.Subjects);
        return new EstimateAtTime(time, estimate, riskSet.At(time));
    }

    private Estimate Covered(double time, double level)
    {
        int step = SortedNumbers.CountAtMost(AllCauses.Times, time) - 1;
        double incidence = step < 0 ? 0 : _incidence[step];
        double variance = step < 0 ? 0 : _variances[step];
        double rest = 1 - incidence;
        Estimate without = SurvivalEstimates.At(
            rest,
            variance / (rest * rest),
            time,
            AllCauses.RiskSet,
            level,
            SurvivalIntervalMethod.LogLog
        );
        ConfidenceInterval interval = without.Interval!.Value;
        return without with
        {
            Value = incidence,
            Interval = interval with { Lower = 1 - interval.Upper, Upper = 1 - interval.Lower },
        };
    }

    private static bool[] Events(ReadOnlySpan<double> times, ReadOnlySpan<int> causes, int cause)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cause);
        if (times.Length != causes.Length)
        {
            throw new ArgumentException($"{times.Length} times and {causes.Length} causes were given.", nameof(causes));
        }

        bool[] events = new bool[causes.Length];
        for (int subject = 0; subject < events.Length; subject++)
        {
            if (causes[subject] < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(causes),
                    causes[subject],
                    "A cause is 0 (censored) or more."
                );
            }

            events[subject] = causes[subject] > 0;
        }

        return events;
    }

    private static CumulativeIncidence FromCurve(
        SurvivalCurve allCauses,
        ReadOnlySpan<double> times,
        ReadOnlySpan<int> causes,
        int cause
    )
    {
        int[] eventsOfCause = new int[allCauses.Steps.Count];
        for (int subject = 0; subject < times.Length; subject++)
        {
            if (causes[subject] == cause)
            {
                eventsOfCause[SortedNumbers.CountBelow(allCauses.Times, times[subject])]++;
            }
        }

        return new CumulativeIncidence(allCauses, eventsOfCause);
    }

    // One step turns S and F into S(1 − a) and F + S a_k, with the increments a = d/n and a_k = d_k/n of one multinomial draw. Carrying
    // the covariance matrix of S and F along gives the sum over all earlier times without visiting them again.
    private void SumUp(SurvivalSteps steps, int[] eventsOfCause)
    {
        double survival = 1;
        double incidence = 0;
        double ofSurvival = 0;
        double ofBoth = 0;
        double ofIncidence = 0;
        bool isOnlyCause = true;
        for (int step = 0; step < _incidence.Length; step++)
        {
            if (steps.Events[step] > 0)
            {
                double atRisk = steps.AtRisk[step];
                double all = steps.Events[step] / atRisk;
                double one = eventsOfCause[step] / atRisk;
                double stays = (atRisk - steps.Events[step]) / atRisk;
                double draw = survival * survival / atRisk;
                ofIncidence += (one * ((2 * ofBoth) + (one * ofSurvival))) + (draw * one * (1 - one));
                ofBoth = stays * (ofBoth + (one * ofSurvival) - (draw * one));
                ofSurvival = stays * ((stays * ofSurvival) + (draw * all));
                incidence = Math.Min(1, incidence + (survival * one));
                survival = steps.Survival[step];
                isOnlyCause &= eventsOfCause[step] == steps.Events[step];
            }

            // The same number, but without what rounding adds to a sum.
            _incidence[step] = isOnlyCause ? 1 - survival : incidence;
            _variances[step] = isOnlyCause ? ofSurvival : Math.Max(0, ofIncidence);
        }
    }
}
