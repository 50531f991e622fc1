using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Surveys;

/// <summary>Which thresholds a question can have.</summary>
internal static class ThresholdRules
{
    /// <summary>What is wrong with the thresholds of a question: the member, a code and a sentence.</summary>
    public static IEnumerable<(string Member, string Code, string Message)> Check(
        RatingMetric metric,
        RatingScale scale,
        QuestionThresholds thresholds
    )
    {
        (string Member, int? Score, RatingMetric Of)[] all =
        [
            ("satisfiedFrom", thresholds.SatisfiedFrom, RatingMetric.Csat),
            ("agreeFrom", thresholds.AgreeFrom, RatingMetric.Ces),
            ("easyFrom", thresholds.EasyFrom, RatingMetric.Ces),
            ("difficultFrom", thresholds.DifficultFrom, RatingMetric.Ces),
        ];
        bool areFine = true;
        foreach ((string member, int? score, RatingMetric of) in all.Where(threshold => threshold.Score is not null))
        {
            if (metric != of)
            {
                areFine = false;
                yield return (
                    member,
                    FactErrorCodes.UnknownMember,
                    $"{member} is of {of.Name()} questions; this one is {metric.Name()}."
                );
            }
            else if (!scale.Contains(score!.Value))
            {
                areFine = false;
                yield return (member, FactErrorCodes.OutOfRange, $"{score} is not on the scale {scale}.");
            }
        }

        if (areFine && metric == RatingMetric.Ces && BandsOverlap(scale, thresholds))
        {
            yield return (
                thresholds.EasyFrom is null ? "difficultFrom" : "easyFrom",
                FactErrorCodes.OutOfRange,
                $"Answers from {EasyFrom(scale, thresholds)} are easy and from {DifficultFrom(scale, thresholds)} difficult: "
                    + $"on the scale {scale} some would be both."
            );
        }
    }

    private static bool BandsOverlap(RatingScale scale, QuestionThresholds thresholds) =>
        scale.Direction == ScaleDirection.HigherIsBetter
            ? EasyFrom(scale, thresholds) <= DifficultFrom(scale, thresholds)
            : EasyFrom(scale, thresholds) >= DifficultFrom(scale, thresholds);

    private static int EasyFrom(RatingScale scale, QuestionThresholds thresholds) =>
        thresholds.EasyFrom ?? NetEaseBands.EasyFrom(scale);

    private static int DifficultFrom(RatingScale scale, QuestionThresholds thresholds) =>
        thresholds.DifficultFrom ?? NetEaseBands.DifficultFrom(scale);
}
