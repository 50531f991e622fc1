namespace CxMetrics.Calculation.Weighting;

/// <summary>One level of a frame variable: who was asked, who answered, and who counts.</summary>
public readonly record struct LevelProfile
{
    /// <summary>The level, from 0.</summary>
    public required int Level { get; init; }

    /// <summary>The share of the level in the frame, 0 to 1.</summary>
    public required double FrameShare { get; init; }

    /// <summary>The share of the level among respondents, with Wilson's interval: where it misses the frame share, responding depends on the level.</summary>
    public required Estimate ResponderShare { get; init; }

    /// <summary>The share of the level after weighting; null without weights.</summary>
    public double? WeightedShare { get; init; }
}
