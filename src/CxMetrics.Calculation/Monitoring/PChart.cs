using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>The p chart: is a share, such as satisfied answers per week, in statistical control?</summary>
/// <remarks>
/// <para>
/// Centre p̄ = Σx/Σn over the baseline; limits p̄ ± 3√(p̄(1 − p̄)/n) for each subgroup size n, clipped to 0 and 1. Subgroups without trials are
/// gaps. Sources: Shewhart (1931), Economic Control of Quality of Manufactured Product; Montgomery (2019), Introduction to Statistical Quality
/// Control, section 7.2.
/// </para>
/// <para>
/// Where the baseline has no successes, or only successes, three standard errors are 0 and any success at all would signal. The limits are then
/// where the beta-binomial prediction from the baseline (<see cref="ShareSurge"/>) leaves P(Z &gt; 3) = .00135 beyond, and runs are not judged.
/// </para>
/// </remarks>
public static class PChart
{
    private const int FewExpected = 5;

    // With so many times the trials of the baseline the prediction depends on the baseline alone.
    private const double MostTimesBaseline = 1e4;

    /// <summary>The chart of successes among trials.</summary>
    /// <param name="successes">The successes of each subgroup, in order of time.</param>
    /// <param name="trials">The trials of each; 0 makes a gap.</param>
    /// <param name="baselinePoints">How many of the first subgroups set the centre; all where null. The others are only watched.</param>
    /// <param name="rules">What to look for.</param>
    /// <param name="limits">How wide the limits are.</param>
    /// <returns>
    /// The chart. Centre and limits are null where the baseline has no trials; Laney's limits also where it has fewer than two points, or
    /// all of them in one place. <see cref="Caveats.LowSampleSize"/> where a subgroup expects fewer than 5 successes or failures: three sigma
    /// then leave more than .27 % outside.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many trials as successes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or exceeds its trials, the baseline is not from 0 to all points, or a rule or the kind of limits is unknown.</exception>
    public static ControlChart FromCounts(
        ReadOnlySpan<long> successes,
        ReadOnlySpan<long> trials,
        int? baselinePoints = null,
        ChartRules rules = ChartRules.Default,
        AttributeLimits limits = AttributeLimits.Shewhart
    )
    {
        RunRules.ThrowIfInvalid(rules);
        AttributeChart.ThrowIfInvalid(limits);
        if (successes.Length != trials.Length)
        {
            throw new ArgumentException(
                $"{successes.Length} successes and {trials.Length} trials were given.",
                nameof(trials)
            );
        }

        int baseline = RunRules.Baseline(baselinePoints, trials.Length);
        double?[] shares = new double?[trials.Length];
        double x = 0;
        double m = 0;
        for (int index = 0; index < trials.Length; index++)
        {
            Counts.ThrowIfInvalid(successes[index], trials[index]);
            shares[index] = trials[index] > 0 ? (double)successes[index] / trials[index] : null;
            x += index < baseline ? successes[index] : 0;
            m += index < baseline ? trials[index] : 0;
        }

        if (!(m > 0))
        {
            return RunRules.Mark(WithoutLimits(shares), null, baseline, rules);
        }

        double center = x / m;
        double spread = Math.Sqrt(center * ((m - x) / m));
        ChartLine[] lines =
            spread > 0
                ? AttributeChart.Lines(shares, Errors(trials, spread), center, 1, baseline, limits)
                : Predicted(shares, trials, center, m);
        return RunRules.Mark(lines, center, baseline, rules, CaveatsOf(trials, Math.Min(center, (m - x) / m)));
    }

    private static ChartLine[] WithoutLimits(ReadOnlySpan<double?> shares)
    {
        ChartLine[] lines = new ChartLine[shares.Length];
        for (int index = 0; index < lines.Length; index++)
        {
            lines[index] = new ChartLine(shares[index], null, null, null);
        }

        return lines;
    }

    private static double[] Errors(ReadOnlySpan<long> trials, double spread)
    {
        double[] errors = new double[trials.Length];
        for (int index = 0; index < errors.Length; index++)
        {
            errors[index] = spread / Math.Sqrt(trials[index]);
        }

        return errors;
    }

    // A centre of 1 is a centre of 0 in failures.
    private static ChartLine[] Predicted(
        ReadOnlySpan<double?> shares,
        ReadOnlySpan<long> trials,
        double center,
        double baselineTrials
    )
    {
        ChartLine[] lines = new ChartLine[shares.Length];
        for (int index = 0; index < lines.Length; index++)
        {
            if (shares[index] is not { } share)
            {
                continue;
            }

            long seen = (long)Math.Min(trials[index], MostTimesBaseline * baselineTrials);
            BetaBinomialLaw law = new(seen, 0.5, baselineTrials + 0.5);
            double away = (double)CountLaws.UpperLimit(law, AttributeChart.ThreeSigmaTail) / seen;
            lines[index] = center > 0.5 ? new ChartLine(share, null, 1 - away, 1) : new ChartLine(share, null, 0, away);
        }

        return lines;
    }

    private static Caveats CaveatsOf(ReadOnlySpan<long> trials, double rarer)
    {
        foreach (long n in trials)
        {
            if (n > 0 && n * rarer < FewExpected)
            {
                return Caveats.LowSampleSize;
            }
        }

        return Caveats.None;
    }
}
