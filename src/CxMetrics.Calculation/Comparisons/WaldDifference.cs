using CxMetrics.Calculation.Hypotheses;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>A difference with a standard error and the limits and p-value that follow from the normal distribution. Immutable.</summary>
/// <remarks>
/// For differences of plain shares and net scores this is Wald's method, here by name as a yardstick and because other tools use it: too
/// narrow in small samples, and of no width where all answers agree. Adding pseudo-answers before mends that:
/// <see cref="AgrestiCaffoInterval"/> for shares, <see cref="OfNetScores(NetCounts, NetCounts, PseudoCounts)"/> for net scores.
/// </remarks>
/// <param name="Value">Second minus first.</param>
/// <param name="StandardError">Its standard error, unpooled, in the same unit.</param>
public readonly record struct WaldDifference(double Value, double StandardError)
{
    /// <summary>Value over standard error; null where the standard error is 0.</summary>
    public double? ZScore => StandardError > 0 ? Value / StandardError : null;

    /// <summary>The two-sided p-value of no difference; null where the standard error is 0.</summary>
    public double? PValue => ZTest.TwoSidedPValue(Value, StandardError);

    /// <summary>Of shares: p₂ − p₁ with √(Σ p(1 − p)/n).</summary>
    /// <param name="first">The first side, at least one trial.</param>
    /// <param name="second">The second side, at least one trial.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side has no trials.</exception>
    public static WaldDifference OfShares(ShareCounts first, ShareCounts second)
    {
        first.ThrowIfEmpty(nameof(first));
        second.ThrowIfEmpty(nameof(second));
        return OfSides(new ShareSide(first), new ShareSide(second));
    }

    /// <summary>Of net scores on the scale −1 to 1: t₂ − t₁ with √(Σ (p + d − t²)/n).</summary>
    /// <param name="first">The first side, not all 0.</param>
    /// <param name="second">The second side, not all 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side has no answers.</exception>
    public static WaldDifference OfNetScores(NetCounts first, NetCounts second)
    {
        first.ThrowIfEmpty(nameof(first));
        second.ThrowIfEmpty(nameof(second));
        return OfSides(new NetScoreSide(first), new NetScoreSide(second));
    }

    /// <summary>Of net scores on the scale −1 to 1 after adding pseudo-answers to each side: the adjusted Wald method.</summary>
    /// <param name="first">The first side; may be all 0, since the pseudo-answers are not.</param>
    /// <param name="second">The second side; may be all 0.</param>
    /// <param name="pseudoCounts">What is added to each side, for example <see cref="PseudoCounts.Rocks"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A pseudo-count is negative or not finite, or no answer is left to count.</exception>
    public static WaldDifference OfNetScores(NetCounts first, NetCounts second, PseudoCounts pseudoCounts) =>
        new(
            AdjustedWaldInterval.Center(second, pseudoCounts) - AdjustedWaldInterval.Center(first, pseudoCounts),
            double.Hypot(
                AdjustedWaldInterval.StandardError(first, pseudoCounts),
                AdjustedWaldInterval.StandardError(second, pseudoCounts)
            )
        );

    /// <summary>Value ± z standard errors, unclipped.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public IntervalLimits Limits(double level = ConfidenceLevel.Default) =>
        WaldInterval.FromStandardError(Value, StandardError, level);

    /// <summary>The p-value that agrees with the limits after they were extended to hold the observed difference.</summary>
    /// <remarks>Where pseudo-answers turn the sign round, the extended limits hold 0 at every level.</remarks>
    internal double PValueFor(double observed) => Value * observed > 0 ? PValue ?? 1 : 1;

    internal static WaldDifference OfSides<TSide>(TSide first, TSide second)
        where TSide : struct, IScoreSide =>
        new(
            QuotientDifference.Of(first.Sum, first.SampleSize, second.Sum, second.SampleSize),
            double.Hypot(first.StandardError, second.StandardError)
        );
}
