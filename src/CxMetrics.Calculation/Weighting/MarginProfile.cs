namespace CxMetrics.Calculation.Weighting;

/// <summary>Respondents against the frame, level by level: the diagnosis of non-response that belongs beside every score. Immutable.</summary>
public sealed record MarginProfile
{
    private MarginProfile() { }

    /// <summary>The name of the variable.</summary>
    public required string Name { get; init; }

    /// <summary>The levels, in order.</summary>
    public required IReadOnlyList<LevelProfile> Levels { get; init; }

    /// <summary>The largest difference between the frame share of a level and its share after weighting, or among respondents without weights; 0 to 1.</summary>
    public double LargestGap =>
        Levels.Max(level => Math.Abs((level.WeightedShare ?? level.ResponderShare.Value ?? 0) - level.FrameShare));

    /// <summary>Compares respondents with the frame.</summary>
    /// <param name="margin">The variable.</param>
    /// <param name="level">The two-sided confidence level of the responder shares.</param>
    /// <returns>One level each; without respondents their shares have no value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static MarginProfile Of(FrameMargin margin, double level = ConfidenceLevel.Default) => Of(margin, [], level);

    /// <summary>As <see cref="Of(FrameMargin, double)"/>, with the shares after weighting.</summary>
    /// <param name="margin">The variable.</param>
    /// <param name="weights">The weight of each respondent; empty for none.</param>
    /// <param name="level">The two-sided confidence level of the responder shares.</param>
    internal static MarginProfile Of(FrameMargin margin, ReadOnlySpan<double> weights, double level)
    {
        ArgumentNullException.ThrowIfNull(margin);
        double[] weighted = new double[margin.FrameShares.Length];
        for (int respondent = 0; respondent < weights.Length; respondent++)
        {
            weighted[margin.Levels[respondent]] += weights[respondent] / weights.Length;
        }

        LevelProfile[] levels = new LevelProfile[weighted.Length];
        for (int index = 0; index < levels.Length; index++)
        {
            levels[index] = new LevelProfile
            {
                Level = index,
                FrameShare = margin.FrameShares[index],
                ResponderShare = Proportion.FromCounts(margin.Respondents[index], margin.Levels.Length, level),
                WeightedShare = weights.IsEmpty ? null : weighted[index],
            };
        }

        return new MarginProfile { Name = margin.Name, Levels = levels };
    }
}
