namespace CxMetrics.Calculation.Support;

/// <summary>First contact resolution, its splits, and the episodes left out. With those counted they make all episodes.</summary>
public sealed record FirstContactResult
{
    /// <summary>Passing episodes ÷ matured episodes, 0 to 1, with Wilson's interval over customers as clusters.</summary>
    public required Estimate Share { get; init; }

    /// <summary>Which issues it is about.</summary>
    public required FirstContactVariant Variant { get; init; }

    /// <summary>The instant as of which it is known.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The matured episodes that passed.</summary>
    public required long Passed { get; init; }

    /// <summary>Those of <see cref="Passed"/> whose contact went from one agent or team to another.</summary>
    public required long PassedWithTransfer { get; init; }

    /// <summary>The share among the episodes whose first contact a bot alone solved.</summary>
    public required Estimate ByBots { get; init; }

    /// <summary>The share among all other episodes.</summary>
    public required Estimate ByPeople { get; init; }

    /// <summary>Episodes left out because their first contact lies outside the period.</summary>
    public required long OutsidePeriod { get; init; }

    /// <summary>Episodes left out because their category cannot be solved at first level.</summary>
    public required long BeyondFirstLevel { get; init; }

    /// <summary>Episodes left out because the window after their first contact has not passed.</summary>
    public required long NotMature { get; init; }
}
