using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.Scores;

[Description("A share: so many successes among so many trials, or the outcome of each trial.")]
internal record ProportionAnswers
{
    [Description("0 to `trials`.")]
    public long? Successes { get; init; }

    [Description("0 or more.")]
    public long? Trials { get; init; }

    [Description("Whether each trial was a success, at most 1,000,000: instead of the two counts.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public bool[]? Outcomes { get; init; }

    /// <summary>The counts, in whichever form they came.</summary>
    public ShareCounts ReadCounts(CalculationInput input)
    {
        if (Outcomes is null)
        {
            return ReadGivenCounts(input);
        }

        if (Successes is not null || Trials is not null)
        {
            input.Add("outcomes", FactErrorCodes.TooMany, "Give successes and trials or outcomes, not both.");
        }

        return input.TakeRows("outcomes", Outcomes)
            ? new ShareCounts(Outcomes.AsSpan().Count(true), Outcomes.Length)
            : default;
    }

    private ShareCounts ReadGivenCounts(CalculationInput input)
    {
        int errors = input.Errors.Count;
        long successes = input.Count("successes", Successes);
        long trials = input.Count("trials", Trials);
        if (input.Errors.Count > errors)
        {
            return default;
        }

        if (successes > trials)
        {
            input.Add("successes", FactErrorCodes.OutOfRange, $"{successes} successes are more than {trials} trials.");
            return default;
        }

        return new ShareCounts(successes, trials);
    }
}
