using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation.Tests.Reference;

public static class SurvivalCases
{
    private static readonly IReadOnlyDictionary<string, SurvivalIntervalMethod> Methods = new Dictionary<
        string,
        SurvivalIntervalMethod
    >(StringComparer.Ordinal)
    {
        ["plain"] = SurvivalIntervalMethod.Plain,
        ["log"] = SurvivalIntervalMethod.Log,
        ["log-log"] = SurvivalIntervalMethod.LogLog,
    };

    private static readonly double[] Quartiles = [0.25, 0.5, 0.75];

    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["survival/kaplan_meier"] = KaplanMeier,
            ["survival/kaplan_meier_at_times"] = AtTimes,
            ["survival/kaplan_meier_summary"] = Summary,
            ["survival/logrank"] = Compared,
            ["survival/rmst_difference"] = RestrictedMeans,
        };

    public static ReferenceAnswers KaplanMeier(ReferenceInputs inputs)
    {
        SurvivalCurve curve = Curve(inputs);
        double level = inputs.Level;
        ReferenceAnswers answers = Summary(curve, level, Horizon(inputs));
        answers["time"] = curve.Times.ToArray();
        answers["n_risk"] = curve.AtRisk.ToArray();
        answers["n_event"] = curve.EventCounts.ToArray();
        answers["n_censor"] = curve.CensoredCounts.ToArray();
        answers["surv"] = curve.Survival.ToArray();
        answers["std_err_greenwood"] = StandardErrors(curve);
        answers["nelson_aalen"] = curve.CumulativeHazard().Values.ToArray();
        answers["ci"] = ByMethod(method => Limits(curve, curve.Limits(level, method)));
        return answers;
    }

    public static ReferenceAnswers AtTimes(ReferenceInputs inputs)
    {
        SurvivalCurve curve = Curve(inputs);
        double level = inputs.Level;
        double[] at = inputs.Numbers("at");
        int[] steps = [.. at.Select(time => StepAt(curve, time))];
        SurvivalLimits limits = curve.Limits(level);
        EstimateAtTime[] asked = [.. at.Select(time => curve.At(time, level))];
        for (int index = 0; index < at.Length; index++)
        {
            ShouldBeTheStep(asked[index], curve, steps[index], limits);
        }

        return new ReferenceAnswers
        {
            ["at"] = at,
            ["surv"] = Values(steps, step => curve.Survival[step], beforeTheFirst: 1),
            ["std_err_greenwood"] = Values(steps, curve.StandardErrorAt, beforeTheFirst: 0),
            ["loglog_lower"] = Values(steps, step => limits[step]?.Lower, beforeTheFirst: null),
            ["loglog_upper"] = Values(steps, step => limits[step]?.Upper, beforeTheFirst: null),
        };
    }

    public static ReferenceAnswers Summary(ReferenceInputs inputs) =>
        Summary(Curve(inputs), inputs.Level, Horizon(inputs));

    public static ReferenceAnswers Compared(ReferenceInputs inputs)
    {
        SurvivalCurve[] curves = Groups(inputs);
        return new ReferenceAnswers
        {
            ["logrank"] = Test(LogRank.FromCurves(curves)),
            ["peto_peto"] = Test(LogRank.FromCurves(curves, LogRankWeighting.PetoPeto)),
        };
    }

    public static ReferenceAnswers RestrictedMeans(ReferenceInputs inputs)
    {
        SurvivalCurve[] arms = Groups(inputs);
        double horizon = inputs.Number("tau");
        double level = inputs.Level;
        DifferenceEstimate difference = RestrictedMean.Difference(arms[0], arms[1], horizon, level);
        return new ReferenceAnswers
        {
            ["tau"] = horizon,
            ["arm0"] = Mean(RestrictedMean.FromCurve(arms[0], horizon, level)),
            ["arm1"] = Mean(RestrictedMean.FromCurve(arms[1], horizon, level)),
            ["difference"] = difference.Value,
            ["difference_interval"] = difference.Interval,
            ["p_value"] = difference.PValue,
        };
    }

    private static ReferenceAnswers Summary(SurvivalCurve curve, double level, double? horizon) =>
        new()
        {
            ["n"] = curve.Subjects,
            ["events"] = curve.Events,
            ["quantile_probabilities"] = Quartiles,
            ["quantiles"] = ByMethod(method => Quantiles(curve, level, method)),
            ["rmst"] = horizon is { } tau ? Area(curve, tau) : null,
        };

    private static ReferenceAnswers Quantiles(SurvivalCurve curve, double level, SurvivalIntervalMethod method)
    {
        SurvivalQuantile[] quantiles = [.. Quartiles.Select(p => curve.Quantile(p, level, method))];
        double z = StandardNormal.TwoSidedQuantile(level);
        return new ReferenceAnswers
        {
            ["estimate"] = quantiles.Select(quantile => quantile.Value),
            // R leaves a lower limit above the time itself where the limits of the curve rise again, the metric does not.
            ["lower"] = Quartiles.Select(p => QuantileTimes.Of(curve.Steps, p, z, method).Lower),
            ["upper"] = quantiles.Select(quantile => quantile.Upper),
        };
    }

    // Beyond a last subject who was censored R goes on flat, the metric has no value; the formula agrees with R.
    private static ReferenceAnswers Area(SurvivalCurve curve, double horizon)
    {
        AreaUnderCurve area = AreaUnderCurve.Of(curve.Steps, horizon);
        return new ReferenceAnswers
        {
            ["tau"] = horizon,
            ["estimate"] = area.Value,
            ["std_error"] = area.StandardError,
        };
    }

    private static ReferenceAnswers Mean(Estimate mean) =>
        new() { ["estimate"] = mean.Value, ["std_error"] = mean.StandardError };

    private static ReferenceAnswers Test(LogRankResult test) =>
        new()
        {
            ["chi2"] = test.ChiSquare,
            ["df"] = test.DegreesOfFreedom,
            ["p_value"] = test.PValue,
            ["observed"] = test.Groups.Select(group => group.Observed),
            ["expected"] = test.Groups.Select(group => group.Expected),
        };

    private static ReferenceAnswers Limits(SurvivalCurve curve, SurvivalLimits limits)
    {
        IntervalLimits?[] all = [.. Enumerable.Range(0, curve.Times.Length).Select(step => limits[step])];
        return new ReferenceAnswers
        {
            ["lower"] = all.Select(step => step?.Lower),
            ["upper"] = all.Select(step => step?.Upper),
        };
    }

    private static ReferenceAnswers ByMethod(Func<SurvivalIntervalMethod, ReferenceAnswers> compute)
    {
        ReferenceAnswers answers = [];
        foreach ((string name, SurvivalIntervalMethod method) in Methods)
        {
            answers[name] = compute(method);
        }

        return answers;
    }

    private static double?[] StandardErrors(SurvivalCurve curve) =>
        [.. Enumerable.Range(0, curve.Times.Length).Select(curve.StandardErrorAt)];

    private static double?[] Values(int[] steps, Func<int, double?> value, double? beforeTheFirst) =>
        [.. steps.Select(step => step < 0 ? beforeTheFirst : value(step))];

    // Where R has limits of a width, and the curve is known there, the answer to the single question is that of the table.
    private static void ShouldBeTheStep(EstimateAtTime asked, SurvivalCurve curve, int step, SurvivalLimits limits)
    {
        if (step >= 0 && limits[step] is { } expected && asked.Estimate.Value is { } value)
        {
            value.Should().Be(curve.Survival[step]);
            asked.Estimate.StandardError.Should().Be(curve.StandardErrorAt(step));
            asked.Estimate.Interval!.Value.Lower.Should().Be(expected.Lower);
            asked.Estimate.Interval.Value.Upper.Should().Be(expected.Upper);
        }
    }

    private static int StepAt(SurvivalCurve curve, double time)
    {
        int step = curve.Times.BinarySearch(time);
        return step < 0 ? ~step - 1 : step;
    }

    private static double? Horizon(ReferenceInputs inputs) => inputs.Has("tau") ? inputs.Number("tau") : null;

    private static SurvivalCurve Curve(ReferenceInputs inputs)
    {
        inputs.Pass("dataset");
        double[] times = inputs.Numbers("time");
        bool[] events = Events(inputs);
        return inputs.Has("entry")
            ? SurvivalCurve.FromTimes(times, events, inputs.Numbers("entry"))
            : SurvivalCurve.FromTimes(times, events);
    }

    // In ascending order of the groups' numbers.
    private static SurvivalCurve[] Groups(ReferenceInputs inputs)
    {
        inputs.Pass("dataset");
        double[] times = inputs.Numbers("time");
        bool[] events = Events(inputs);
        long[] groups = inputs.Counts("group");
        double[]? entries = inputs.Has("entry") ? inputs.Numbers("entry") : null;
        return
        [
            .. groups
                .Distinct()
                .Order()
                .Select(group =>
                {
                    int[] members = [.. Enumerable.Range(0, groups.Length).Where(index => groups[index] == group)];
                    double[] theirTimes = [.. members.Select(index => times[index])];
                    bool[] theirEvents = [.. members.Select(index => events[index])];
                    return entries is null
                        ? SurvivalCurve.FromTimes(theirTimes, theirEvents)
                        : SurvivalCurve.FromTimes(
                            theirTimes,
                            theirEvents,
                            [.. members.Select(index => entries[index])]
                        );
                }),
        ];
    }

    private static bool[] Events(ReferenceInputs inputs) => [.. inputs.Counts("event").Select(flag => flag == 1)];
}
