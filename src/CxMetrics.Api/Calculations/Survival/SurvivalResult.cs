using System.ComponentModel;

namespace CxMetrics.Api.Calculations.Survival;

/// <summary>What a survival curve says.</summary>
internal sealed record SurvivalResult
{
    [Description("Subjects.")]
    public required long N { get; init; }

    [Description("Subjects with the event.")]
    public required long Events { get; init; }

    [Description("The share without event at the times asked for, in their order.")]
    public required IReadOnlyList<SurvivalAtTime> At { get; init; }

    [Description("The time by which half have had the event; its value is null while more than half are without.")]
    public required OpenResult Median { get; init; }

    [Description("The mean time without event up to the horizon; null without a horizon.")]
    public required RestrictedMeanResult? RestrictedMean { get; init; }

    [Description("The curve; null when it was not asked for.")]
    public required IReadOnlyList<SurvivalStep>? Curve { get; init; }

    [Description(Results.Flags.Meanings)]
    public required IReadOnlyList<string> Flags { get; init; }
}
