namespace CxMetrics.Domain.Facts;

/// <summary>What became of one fact that was handed to the store.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Error">Why it was not stored; null where it is.</param>
public readonly record struct AppendOutcome(AppendOutcomeKind Kind, FactError? Error = null)
{
    public static AppendOutcome Stored { get; } = new(AppendOutcomeKind.Stored);

    public static AppendOutcome Updated { get; } = new(AppendOutcomeKind.Updated);

    public static AppendOutcome Duplicate { get; } = new(AppendOutcomeKind.Duplicate);

    public static AppendOutcome Conflict { get; } =
        new(
            AppendOutcomeKind.Conflict,
            new FactError(
                "id",
                FactErrorCodes.Conflict,
                "Another fact with this source and id is stored, and it never changes."
            )
        );

    public static AppendOutcome Refused(FactError error) => new(AppendOutcomeKind.Refused, error);
}
