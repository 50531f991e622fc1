using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation;

/// <summary>A net score: the share of positive answers minus the share of negative ones, on the scale −1 to 1.</summary>
/// <remarks>
/// What NPS and net ease have in common. With the shares p and d of n answers the score is t = p − d and its standard error
/// √((p + d − t²)/n), divisor n. See <see cref="TangoScoreInterval"/>, <see cref="AdjustedWaldInterval"/> and <see cref="WaldInterval"/>
/// for the intervals and their sources.
/// </remarks>
public static class NetScore
{
    /// <summary>The net score with its interval.</summary>
    /// <param name="counts">The answers.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> when nothing was counted. Otherwise a value from −1 to 1 in an interval that holds it, lies within −1
    /// to 1 and has a width, for a single answer too: the adjusted Wald interval is extended to the value, and where all answers agree, so
    /// that plain Wald has no width, Tango's interval answers and is named in <see cref="ConfidenceInterval.Method"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate FromCounts(
        NetCounts counts,
        double level = ConfidenceLevel.Default,
        NetScoreIntervalMethod method = NetScoreIntervalMethod.TangoScore
    ) => FromCounts(counts, level, method, unitsPerOne: 1);

    /// <summary>The net score of a finite population of which some have answered.</summary>
    /// <param name="counts">The answers, one per customer.</param>
    /// <param name="population">How many customers there are, at least as many as answered.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> when nothing was counted. Otherwise the standard error times <see cref="FinitePopulation.Factor"/> and
    /// Tango's interval with the sample size n/factor², which is the <see cref="Estimate.EffectiveSampleSize"/>. Where all have answered
    /// the score is known: standard error 0 and an interval that is the value, with no effective sample size.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The population is smaller than the number of answers, or the level is not strictly between 0 and 1.</exception>
    public static Estimate FromFinitePopulation(
        NetCounts counts,
        long population,
        double level = ConfidenceLevel.Default
    ) => FromFinitePopulation(counts, population, level, unitsPerOne: 1);

    /// <summary>The same in another unit: 100 for points.</summary>
    internal static Estimate FromFinitePopulation(NetCounts counts, long population, double level, int unitsPerOne)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(population, counts.Total);
        if (counts.Total == 0)
        {
            return Estimate.None;
        }

        double value = Value(counts, unitsPerOne);
        double? effective = FinitePopulation.EffectiveSampleSize(counts.Total, population);
        IntervalLimits limits = effective is { } size
            ? TangoScoreInterval
                .FromShares(counts.NegativeShare, counts.PositiveShare, size, level)
                .ScaledBy(unitsPerOne)
                .Containing(value)
            : new IntervalLimits(value, value);
        return new Estimate
        {
            Value = value,
            StandardError = unitsPerOne * counts.StandardError * FinitePopulation.Factor(counts.Total, population),
            Interval = limits.ToInterval(level, IntervalMethodNames.TangoScore),
            SampleSize = counts.Total,
            EffectiveSampleSize = effective,
        };
    }

    /// <summary>The score in another unit, divided once: 29 points are 29, not 28.999999999999996.</summary>
    internal static double Value(NetCounts counts, int unitsPerOne) =>
        (double)unitsPerOne * (counts.Positive - counts.Negative) / counts.Total;

    /// <summary>The same in another unit: 100 for points.</summary>
    internal static Estimate FromCounts(NetCounts counts, double level, NetScoreIntervalMethod method, int unitsPerOne)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        NetScoreIntervalMethod used = MethodFor(counts, method);
        string name = used.ToShortName();
        if (counts.Total == 0)
        {
            return Estimate.None;
        }

        double value = Value(counts, unitsPerOne);
        return new Estimate
        {
            Value = value,
            StandardError = unitsPerOne * counts.StandardError,
            Interval = Limits(counts, level, used)
                .ScaledBy(unitsPerOne)
                .Containing(value)
                .ClippedTo(-unitsPerOne, unitsPerOne)
                .ToInterval(level, name),
            SampleSize = counts.Total,
        };
    }

    private static NetScoreIntervalMethod MethodFor(NetCounts counts, NetScoreIntervalMethod method)
    {
        long largest = Math.Max(counts.Negative, Math.Max(counts.Neutral, counts.Positive));
        return method == NetScoreIntervalMethod.Wald && largest == counts.Total
            ? NetScoreIntervalMethod.TangoScore
            : method;
    }

    private static IntervalLimits Limits(NetCounts counts, double level, NetScoreIntervalMethod method) =>
        method switch
        {
            NetScoreIntervalMethod.TangoScore => TangoScoreInterval.FromCounts(counts, level),
            NetScoreIntervalMethod.AdjustedWald => AdjustedWaldInterval.FromCounts(counts, PseudoCounts.Rocks, level),
            NetScoreIntervalMethod.Wald => WaldInterval.FromCounts(counts, level),
        };
}
