using System.ComponentModel;
using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics;

/// <summary>One entry of the catalogue, for readers.</summary>
internal sealed record MetricDescription
{
    [Description("The key in routes.")]
    public required string Key { get; init; }

    [Description("The name people use.")]
    public required string Name { get; init; }

    [Description("What the number means.")]
    public required string Meaning { get; init; }

    public required ScoreUnit Unit { get; init; }

    [Description("`higherIsBetter`, or `scale` where the value follows the direction of its scale.")]
    public required string Direction { get; init; }

    [Description("Version of the definition.")]
    public required int Version { get; init; }

    [Description("The kind of answers it is made from.")]
    public required string Answers { get; init; }

    [Description("Interval methods, the default first.")]
    public required IReadOnlyList<string> Methods { get; init; }

    [Description("Interval methods of `unit=account`, the default first.")]
    public required IReadOnlyList<string> AccountMethods { get; init; }

    [Description("What rows can be grouped and filtered by.")]
    public required IReadOnlyList<string> Dimensions { get; init; }

    public static MetricDescription From(ScoreDefinition definition) =>
        new()
        {
            Key = definition.Key,
            Name = definition.Name,
            Meaning = definition.Meaning,
            Unit = definition.Unit,
            Direction = definition.FollowsScaleDirection ? "scale" : "higherIsBetter",
            Version = definition.Version,
            Answers = definition.Answers.Name(),
            Methods = definition.Methods,
            AccountMethods = definition.AccountMethods,
            Dimensions = [.. definition.Dimensions.Select(EnumNames.CamelCase)],
        };
}
