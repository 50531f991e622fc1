using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Weighting;

/// <summary>A share of successes, 0 to 1, of answers with unequal weights.</summary>
/// <remarks>
/// p = Σwx/Σw over the codes x = 1 and 0, with Wilson's interval for an effective sample size n′, so that it never has zero width. Kish: n′
/// = (Σw)²/Σw² and the standard error √(p(1 − p)/n′). Linearised: the standard error √(n/(n − 1) · Σ(w(x − p))²)/Σw and n′ = p(1 −
/// p)(Σw)²/Σ(w(x − p))², at most n. Equal weights give n′ = n with either. Source: Kish (1965), Survey Sampling.
/// </remarks>
public static class WeightedShare
{
    /// <summary>The share from the weights of successes and failures.</summary>
    /// <param name="successes">The weights of the successes.</param>
    /// <param name="failures">The weights of the failures.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="variance">How the weights change the variance.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no weights. Otherwise the value with <see cref="Estimate.EffectiveSampleSize"/>, an interval that
    /// has a width, and <see cref="Caveats.Weighted"/> where the weights differ; the sample size counts the positive weights. The
    /// linearised standard error is null for one answer; where it is 0, because all answers agree, Kish's effective size is used.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The squares of all weights vanish, the level is not strictly between 0 and 1, or the variance is unknown.</exception>
    public static Estimate FromTotals(
        WeightTotals successes,
        WeightTotals failures,
        double level = ConfidenceLevel.Default,
        WeightingVariance variance = WeightingVariance.Kish
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        string method = variance.ToWilsonName();
        WeightTotals all = successes + failures;
        if (all.Count == 0)
        {
            return Estimate.None;
        }

        double share = successes.Sum / all.Sum;
        double rest = failures.Sum / all.Sum;
        double residuals = (rest * rest * successes.SumOfSquares) + (share * share * failures.SumOfSquares);
        WeightedSpread spread = WeightedSpread.Of(all, share * rest, residuals, variance);
        return new Estimate
        {
            Value = share,
            StandardError = spread.StandardError,
            Interval = WilsonInterval.FromShare(share, spread.EffectiveSampleSize, level).ToInterval(level, method),
            SampleSize = all.Count,
            EffectiveSampleSize = spread.EffectiveSampleSize,
            Caveats = all.Caveats,
        };
    }

    /// <summary>The share from single answers.</summary>
    /// <param name="outcomes">Whether each answer is a success.</param>
    /// <param name="weights">One weight per answer, finite, none negative, not all 0. Their unit does not matter.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="variance">How the weights change the variance.</param>
    /// <returns><see cref="Estimate.None"/> for no answers; otherwise as <see cref="FromTotals"/>.</returns>
    /// <exception cref="ArgumentException">There are not as many weights as outcomes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not finite or negative, all weights are 0, the level is not strictly between 0 and 1, or the variance is unknown.</exception>
    public static Estimate FromOutcomes(
        ReadOnlySpan<bool> outcomes,
        ReadOnlySpan<double> weights,
        double level = ConfidenceLevel.Default,
        WeightingVariance variance = WeightingVariance.Kish
    )
    {
        int exponent = WeightScale.ExponentOf(weights, outcomes.Length);
        WeightSums successes = default;
        WeightSums failures = default;
        for (int index = 0; index < outcomes.Length; index++)
        {
            double weight = Math.ScaleB(weights[index], -exponent);
            if (outcomes[index])
            {
                successes = successes.Add(weight);
            }
            else
            {
                failures = failures.Add(weight);
            }
        }

        return FromTotals(successes.ToTotals(), failures.ToTotals(), level, variance);
    }
}
