using CxMetrics.Api.Hosting;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

/// <content>Answers on a scale.</content>
internal sealed partial class CalculationInput
{
    /// <summary>The distribution of scores or counts; null when something is wrong with them.</summary>
    public RatingDistribution? Distribution(int[]? scores, IReadOnlyDictionary<string, long>? counts, RatingScale scale)
    {
        if ((scores is null) == (counts is null))
        {
            Add(
                "scores",
                scores is null ? FactErrorCodes.Required : FactErrorCodes.TooMany,
                scores is null ? "Give scores or counts." : "Give scores or counts, not both."
            );
            return null;
        }

        return scores is not null ? FromScores(scores, scale) : FromCounts(counts!, scale);
    }

    public RatingScale Scale(Responses.AnswerScaleBody? given, RatingScale absent)
    {
        if (given is null)
        {
            return absent;
        }

        long points = (long)given.Max - given.Min + 1;
        if (points is >= 2 and <= RatingScale.MaximumPoints)
        {
            return new RatingScale(given.Min, given.Max, given.Direction);
        }

        Add(
            "scale",
            FactErrorCodes.OutOfRange,
            $"A scale has 2 to {RatingScale.MaximumPoints} points; {given.Min} to {given.Max} has {points}."
        );
        return absent;
    }

    private RatingDistribution? FromScores(int[] scores, RatingScale scale)
    {
        if (!TakeRows("scores", scores))
        {
            return null;
        }

        int wrong = scores.AsSpan().IndexOfAnyExceptInRange(scale.Minimum, scale.Maximum);
        if (wrong >= 0)
        {
            Add($"scores[{wrong}]", FactErrorCodes.OutOfRange, $"{scores[wrong]} is not on the scale {scale}.");
            return null;
        }

        return RatingDistribution.FromScores(scale, scores);
    }

    private RatingDistribution? FromCounts(IReadOnlyDictionary<string, long> given, RatingScale scale)
    {
        long[] counts = new long[scale.Points];
        int errorsBefore = Errors.Count;
        foreach ((string key, long count) in given)
        {
            string member = MemberPath.Entry("counts", key);
            if (
                !int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int score)
                || !scale.Contains(score)
            )
            {
                Add(member, FactErrorCodes.OutOfRange, $"'{key}' is not a score on the scale {scale}.");
            }
            else
            {
                counts[score - scale.Minimum] += Count(member, count);
            }
        }

        return Errors.Count == errorsBefore ? new RatingDistribution(scale, counts) : null;
    }
}
