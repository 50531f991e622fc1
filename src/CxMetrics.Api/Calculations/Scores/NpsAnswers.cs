using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.Scores;

[Description("Answers on 0 to 10 in one of three forms: the three bands, the scores, or a count per score.")]
internal record NpsAnswers
{
    [Description("Answers 9 and 10.")]
    public long? Promoters { get; init; }

    [Description("Answers 7 and 8.")]
    public long? Passives { get; init; }

    [Description("Answers 0 to 6.")]
    public long? Detractors { get; init; }

    [Description("Every score, at most 1,000,000.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public int[]? Scores { get; init; }

    [Description("How many answers each score had, for example `{\"0\": 3, \"10\": 5}`.")]
    public IReadOnlyDictionary<string, long>? Counts { get; init; }

    /// <summary>The bands, in whichever form they came; null when something is wrong with them.</summary>
    public NetPromoterBands? ReadBands(CalculationInput input)
    {
        if (Promoters is null && Passives is null && Detractors is null)
        {
            return input.Distribution(Scores, Counts, RatingScale.NetPromoter) is { } distribution
                ? NetPromoterBands.FromDistribution(distribution)
                : null;
        }

        if (Scores is not null || Counts is not null)
        {
            input.Add("promoters", FactErrorCodes.TooMany, "Give the three bands, scores or counts: one of them.");
        }

        long detractors = input.Count("detractors", Detractors);
        long passives = input.Count("passives", Passives);
        long promoters = input.Count("promoters", Promoters);
        return input.IsValid ? new NetPromoterBands(detractors, passives, promoters) : null;
    }
}
