using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Revenue;

/// <summary>Estimates of retained money from a ratio of sums: which interval answers, and within which range.</summary>
internal static class RetentionEstimate
{
    /// <summary>A ratio of 0 or more.</summary>
    public static Estimate Net(RatioOfSums? ratio, double level, NetRetentionIntervalMethod method)
    {
        if (ratio is null)
        {
            return Estimate.None;
        }

        (IntervalLimits limits, string name) =
            Formula(ratio, level, method)
            ?? (WithoutSpread(ratio.Value, ratio.KishNumber, level), IntervalMethodNames.WilsonKish);
        return Of(ratio, limits.ClippedTo(0, double.MaxValue).ToInterval(level, name));
    }

    /// <summary>A mean of shares from 0 to 1.</summary>
    public static Estimate Gross(RatioOfSums? ratio, double level, GrossRetentionIntervalMethod method)
    {
        if (ratio is null)
        {
            return Estimate.None;
        }

        double share = Math.Clamp(ratio.Value, 0, 1);
        (IntervalLimits limits, string name) =
            (FormulaOf(method) is { } formula ? Formula(ratio, level, formula) : null)
            ?? (WilsonInterval.FromShare(share, ratio.KishNumber, level), IntervalMethodNames.WilsonKish);
        return Of(ratio, limits.Containing(share).ClippedTo(0, 1).ToInterval(level, name)) with { Value = share };
    }

    /// <summary>The limits of a formula with the name of the one that answers; null where none has a width.</summary>
    public static (IntervalLimits Limits, string Name)? Formula(
        RatioOfSums ratio,
        double level,
        NetRetentionIntervalMethod method
    )
    {
        if (!ratio.HasSpread)
        {
            return null;
        }

        if (ratio.Limits(method, level) is { IsFinite: true } limits)
        {
            return (limits.Containing(ratio.Value), method.ToShortName());
        }

        return method == NetRetentionIntervalMethod.FiellerT
            ? Formula(ratio, level, NetRetentionIntervalMethod.JackknifeT)
            : null;
    }

    /// <summary>The limits of a ratio of 0 or more when all accounts changed by the same factor, or there is one.</summary>
    public static IntervalLimits WithoutSpread(double ratio, double kishNumber, double level)
    {
        double unseen = WilsonInterval.FromShare(0, kishNumber, level).Upper;
        return ratio > 0
            ? new IntervalLimits(ratio * (1 - unseen), ratio * (1 + unseen))
            : new IntervalLimits(0, unseen);
    }

    /// <summary>The estimate with the interval.</summary>
    public static Estimate Of(RatioOfSums ratio, ConfidenceInterval interval) =>
        new()
        {
            Value = ratio.Value,
            StandardError = ratio.StandardError,
            Interval = interval,
            SampleSize = ratio.Count,
            EffectiveSampleSize = ratio.KishNumber,
            Caveats = ratio.Caveats,
        };

    private static NetRetentionIntervalMethod? FormulaOf(GrossRetentionIntervalMethod method) =>
        method switch
        {
            GrossRetentionIntervalMethod.WilsonKish => null,
            GrossRetentionIntervalMethod.FiellerT => NetRetentionIntervalMethod.FiellerT,
            GrossRetentionIntervalMethod.JackknifeT => NetRetentionIntervalMethod.JackknifeT,
            GrossRetentionIntervalMethod.DeltaT => NetRetentionIntervalMethod.DeltaT,
            GrossRetentionIntervalMethod.DeltaZ => NetRetentionIntervalMethod.DeltaZ,
            GrossRetentionIntervalMethod.LogDeltaT => NetRetentionIntervalMethod.LogDeltaT,
        };
}
