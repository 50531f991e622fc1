using CxMetrics.Domain.Statistics;

namespace CxMetrics.Storage.Statistics;

/// <summary>The names of the groups of a query.</summary>
internal sealed record GroupNames(
    QuestionGroups Questions,
    Dictionary<long, string> Touchpoints,
    Dictionary<long, string> Channels,
    Dictionary<long, string> Segments
)
{
    /// <summary>The group's value of a dimension; null where the answers had none.</summary>
    public string? Of(StatisticsGroup group, Dimension dimension) =>
        dimension switch
        {
            Dimension.Survey => Questions[group.QuestionGroup].Survey,
            Dimension.Question => Questions[group.QuestionGroup].Question,
            Dimension.Touchpoint => Touchpoints.GetValueOrDefault(group.Touchpoint),
            Dimension.Channel => Channels.GetValueOrDefault(group.Channel),
            Dimension.Segment => Segments.GetValueOrDefault(group.Segment),
        };
}
