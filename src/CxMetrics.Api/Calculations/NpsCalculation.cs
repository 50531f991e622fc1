using System.ComponentModel;

namespace CxMetrics.Api.Calculations;

[Description("Answers on 0 to 10 in one of three forms: the three bands, the scores, or a count per score.")]
internal sealed record NpsCalculation : CalculationRequest
{
    [Description("Answers 9 and 10.")]
    public long? Promoters { get; init; }

    [Description("Answers 7 and 8.")]
    public long? Passives { get; init; }

    [Description("Answers 0 to 6.")]
    public long? Detractors { get; init; }

    [Description("Every score.")]
    public IReadOnlyList<int>? Scores { get; init; }

    [Description("How many answers each score had, for example `{\"0\": 3, \"10\": 5}`.")]
    public IReadOnlyDictionary<string, long>? Counts { get; init; }
}
