namespace CxMetrics.Calculation.Support;

/// <summary>The repeat-contact rate, and the episodes left out. With those counted they make all episodes.</summary>
public sealed record RepeatContactResult
{
    /// <summary>
    /// Resolved issues followed by a contact within the window ÷ matured resolved issues, 0 to 1, with Wilson's interval over customers as
    /// clusters.
    /// </summary>
    public required Estimate Share { get; init; }

    /// <summary>The instant as of which it is known.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Episodes left out because none of their contacts is solved.</summary>
    public required long Unsolved { get; init; }

    /// <summary>Episodes left out because they were solved outside the period.</summary>
    public required long OutsidePeriod { get; init; }

    /// <summary>Episodes left out because the window after their solve has not passed.</summary>
    public required long NotMature { get; init; }
}
