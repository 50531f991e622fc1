using CxMetrics.Domain.Facts;

namespace CxMetrics.Domain.Responses;

/// <summary>What became of one fact that was handed to the store.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Error">Why it was refused; null for every other kind.</param>
public readonly record struct AppendOutcome(AppendOutcomeKind Kind, FactError? Error = null)
{
    public static AppendOutcome Stored { get; } = new(AppendOutcomeKind.Stored);

    public static AppendOutcome Updated { get; } = new(AppendOutcomeKind.Updated);

    public static AppendOutcome Duplicate { get; } = new(AppendOutcomeKind.Duplicate);

    public static AppendOutcome Refused(FactError error) => new(AppendOutcomeKind.Refused, error);
}
