using System.Runtime.CompilerServices;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Revenue;

/// <summary>The share of customers lost in a period, 0 to 1.</summary>
/// <remarks>
/// Customers active at the start and not at the end, over customers active at the start: a closed cohort judged at its end, so that the
/// complement is <see cref="LogoRetention"/>. Who left and came back within the period is not lost; who joined and left within it is not in
/// the rate (<see cref="Early"/>). Wilson's interval, as for every share.
/// </remarks>
public static class LogoChurn
{
    /// <summary>The churn rate of the customers present at the start.</summary>
    /// <param name="opening">The customers active at the start.</param>
    /// <param name="lost">Those of them who are not active at the end.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns><see cref="Estimate.None"/> for no customers at the start; otherwise as <see cref="Proportion.FromCounts"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more were lost than present, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate FromCounts(
        long opening,
        long lost,
        double level = ConfidenceLevel.Default,
        ShareIntervalMethod method = ShareIntervalMethod.Wilson
    )
    {
        ThrowIfInvalid(opening, lost);
        return Proportion.FromCounts(lost, opening, level, method);
    }

    /// <summary>Loss events per customer present at the start: who left twice counts twice.</summary>
    /// <param name="opening">The customers active at the start.</param>
    /// <param name="lossEvents">How often one of them left; may exceed their number.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>A rate, not a share, with Garwood's interval; <see cref="Estimate.None"/> for no customers at the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, there are losses without customers, or the level is not strictly between 0 and 1.</exception>
    public static Estimate FromLossEvents(long opening, long lossEvents, double level = ConfidenceLevel.Default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opening);
        ArgumentOutOfRangeException.ThrowIfNegative(lossEvents);
        if (opening == 0 && lossEvents > 0)
        {
            throw new ArgumentOutOfRangeException(nameof(lossEvents), lossEvents, "No customers, no losses.");
        }

        return IncidenceRate.FromCount(lossEvents, opening, level);
    }

    /// <summary>The churn rate by reason: three shares of the same customers, which add up to the churn rate.</summary>
    /// <param name="opening">The customers active at the start.</param>
    /// <param name="losses">Those of them who are not active at the end, by reason.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more were lost than present, or the level is not strictly between 0 and 1.</exception>
    public static LogoChurnByReason ByReason(long opening, LossCounts losses, double level = ConfidenceLevel.Default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opening);
        if (losses.Total > opening)
        {
            throw new ArgumentOutOfRangeException(nameof(losses), losses.Total, $"There were {opening} to lose.");
        }

        return new LogoChurnByReason(
            Proportion.FromCounts(losses.Voluntary, opening, level),
            Proportion.FromCounts(losses.Involuntary, opening, level),
            Proportion.FromCounts(losses.Unknown, opening, level)
        );
    }

    /// <summary>Early churn: the share of those who joined that left within their first days.</summary>
    /// <param name="joined">The customers who joined long enough ago for their first days to have passed.</param>
    /// <param name="leftEarly">Those of them who left within their first days.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns><see cref="Estimate.None"/> when nobody joined; otherwise as <see cref="Proportion.FromCounts"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more left than joined, or the level is not strictly between 0 and 1.</exception>
    public static Estimate Early(long joined, long leftEarly, double level = ConfidenceLevel.Default)
    {
        ThrowIfInvalid(joined, leftEarly);
        return Proportion.FromCounts(leftEarly, joined, level);
    }

    /// <summary>The churn of a year from that of a period, if customers leave at the same rate all year and none of them returns.</summary>
    /// <param name="churn">The churn rate of one period, as <see cref="FromCounts"/> gives it.</param>
    /// <param name="periodsPerYear">How many such periods make a year, 1 to 366.</param>
    /// <returns>1 − (1 − c)^k, its limits by the same formula, and its standard error by the delta method.</returns>
    /// <remarks>The rate of new customers is usually higher than that of old ones; a survival curve does not assume them equal.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not from 0 to 1, or the periods of a year are not from 1 to 366.</exception>
    public static Estimate Annualized(Estimate churn, int periodsPerYear = 12)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsPerYear, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periodsPerYear, 366);
        ThrowIfNotAShare(churn);
        if (churn.Value is not { } rate)
        {
            return churn;
        }

        int k = periodsPerYear;
        double value = Compounded(rate, k);
        return churn with
        {
            Value = value,
            StandardError = k * Math.Pow(1 - rate, k - 1) * churn.StandardError,

            // Next to 1 the three are equal but for rounding.
            Interval = churn.Interval is { } interval
                ? new IntervalLimits(Compounded(interval.Lower, k), Compounded(interval.Upper, k))
                    .Containing(value)
                    .ToInterval(interval.Level, interval.Method)
                : null,
        };
    }

    /// <summary>How many periods a customer stays on average, if the churn rate stays as it is.</summary>
    /// <param name="churn">The churn rate of one period, as <see cref="FromCounts"/> gives it.</param>
    /// <returns>
    /// 1/c periods, the first one counted, its limits by the same formula, and its standard error by the delta method. No churn seen: no
    /// value and no upper limit, since nothing is known about how long customers can stay; the lower limit stands.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not from 0 to 1.</exception>
    public static OpenEstimate ExpectedLifetime(Estimate churn)
    {
        ThrowIfNotAShare(churn);
        return new OpenEstimate
        {
            Value = Reciprocal(churn.Value),
            StandardError = churn.Value is > 0 and var rate ? churn.StandardError / rate / rate : null,
            Lower = Reciprocal(churn.Interval?.Upper),
            Upper = Reciprocal(churn.Interval?.Lower),
            Level = churn.Interval?.Level ?? 0,
            Method = churn.Interval?.Method,
            SampleSize = churn.SampleSize,
            EffectiveSampleSize = churn.EffectiveSampleSize,
            Caveats = churn.Caveats,
        };
    }

    /// <summary>Refuses a part that is not one of the whole, under the names that the caller has for them.</summary>
    internal static void ThrowIfInvalid(
        long opening,
        long lost,
        [CallerArgumentExpression(nameof(opening))] string? openingName = null,
        [CallerArgumentExpression(nameof(lost))] string? lostName = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opening, openingName);
        ArgumentOutOfRangeException.ThrowIfNegative(lost, lostName);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lost, opening, lostName);
    }

    // 1 − (1 − c)^k.
    private static double Compounded(double rate, int periods) =>
        Math.Min(1, rate * GeometricSum.Of(1 - rate, periods).Value);

    private static double? Reciprocal(double? rate) => rate is > 0 and var value ? 1 / value : null;

    private static void ThrowIfNotAShare(Estimate churn)
    {
        if (churn.Value is { } rate && !(rate >= 0 && rate <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(churn), rate, "A churn rate is from 0 to 1.");
        }
    }
}
