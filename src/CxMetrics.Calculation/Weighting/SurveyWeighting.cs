using System.Globalization;
using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.Weighting;

/// <summary>Weights against non-response: respondents of levels that answer less count more.</summary>
/// <remarks>
/// <para>
/// They help as far as responding and the score both depend on the frame variables, and cost variance otherwise; look at
/// <see cref="MarginProfile"/> first. Respondents alike in all margins get one weight, and the mean of all weights is 1.
/// </para>
/// <para>
/// Weights are kept within <see cref="WeightBounds"/>. Cutting them off after raking would undo the margins, so raking and cutting are
/// repeated in turn until both hold. Where no weights do both, the bounds win: the weights keep them, come as near to the frame as they
/// allow, and <see cref="SurveyWeights.LargestGap"/> says how near.
/// </para>
/// </remarks>
public static class SurveyWeighting
{
    /// <summary>Weights for one variable, or one with a level for every combination of several (post-stratification).</summary>
    /// <param name="margin">The variable.</param>
    /// <param name="bounds">How far weights may be from 1; null for <see cref="WeightBounds.Default"/>.</param>
    /// <returns>As <see cref="Rake"/>. Within the bounds each weight is the frame share divided by the responder share.</returns>
    /// <remarks>Source: Holt and Smith (1979), Journal of the Royal Statistical Society A 142, 33-46.</remarks>
    public static FitOutcome<SurveyWeights> PostStratify(FrameMargin margin, WeightBounds? bounds = null) =>
        Rake([margin], bounds);

    /// <summary>Weights for several variables of which only the single shares are known (raking, iterative proportional fitting).</summary>
    /// <param name="margins">The variables, at least one, all of the same respondents.</param>
    /// <param name="bounds">How far weights may be from 1; null for <see cref="WeightBounds.Default"/>.</param>
    /// <returns>
    /// Weights whose shares agree with the frame to 1e-10, or within the bounds as well as they can. Not fitted: without respondents, or
    /// with a level that has a share of the frame but no respondent (<see cref="NotFittedReason.TooFewObservations"/>: merge levels); with
    /// respondents on a level that is not in the frame (<see cref="NotFittedReason.NoMaximum"/>); and where the margins contradict each
    /// other given who answered, so that 1,000 cycles do not bring them together (<see cref="NotFittedReason.DidNotConverge"/>).
    /// </returns>
    /// <exception cref="ArgumentException">There are no margins, or they have different numbers of respondents.</exception>
    /// <remarks>Source: Deming and Stephan (1940), Annals of Mathematical Statistics 11, 427-444.</remarks>
    public static FitOutcome<SurveyWeights> Rake(IReadOnlyList<FrameMargin> margins, WeightBounds? bounds = null)
    {
        ThrowIfInvalid(margins);
        WeightBounds limits = bounds ?? WeightBounds.Default;
        if (margins.Select(Obstacle).FirstOrDefault(obstacle => obstacle is not null) is { } found)
        {
            return found;
        }

        WeightingCells cells = WeightingCells.Of(margins);
        RakingCycles raking = new(cells, margins);
        if (!raking.Run(WeightBounds.None))
        {
            return FitOutcome<SurveyWeights>.NotFitted(
                NotFittedReason.DidNotConverge,
                "No weights meet all margins: some combinations of their levels have no respondent. Merge levels or leave a variable out."
            );
        }

        if (!raking.Run(limits))
        {
            raking.Trim(limits);
        }

        double[] weights = cells.Spread(raking.Weights);
        return FitOutcome<SurveyWeights>.Fitted(
            new SurveyWeights(weights)
            {
                Cycles = raking.Cycles,
                TrimmedRespondents = weights.Count(weight => weight <= limits.Lowest || weight >= limits.Highest),
                Margins = [.. margins.Select(margin => MarginProfile.Of(margin, weights, ConfidenceLevel.Default))],
            }
        );
    }

    private static FitOutcome<SurveyWeights>? Obstacle(FrameMargin margin)
    {
        if (margin.Levels.IsEmpty)
        {
            return FitOutcome<SurveyWeights>.NotFitted(
                NotFittedReason.TooFewObservations,
                "There are no respondents to weight."
            );
        }

        for (int level = 0; level < margin.FrameShares.Length; level++)
        {
            double share = margin.FrameShares[level];
            long respondents = margin.Respondents[level];
            if (share > 0 && respondents == 0)
            {
                return FitOutcome<SurveyWeights>.NotFitted(
                    NotFittedReason.TooFewObservations,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Level {level} of {margin.Name} is {share:P1} of the frame and has no respondent."
                    )
                );
            }

            if (!(share > 0) && respondents > 0)
            {
                return FitOutcome<SurveyWeights>.NotFitted(
                    NotFittedReason.NoMaximum,
                    $"Level {level} of {margin.Name} is not in the frame and has {respondents} respondents, whose weights would be 0."
                );
            }
        }

        return null;
    }

    private static void ThrowIfInvalid(IReadOnlyList<FrameMargin> margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        if (margins.Count == 0)
        {
            throw new ArgumentException("Weights need at least one margin.", nameof(margins));
        }

        if (margins.Any(margin => margin.Levels.Length != margins[0].Levels.Length))
        {
            throw new ArgumentException("All margins are of the same respondents.", nameof(margins));
        }
    }
}
