using System.Runtime.InteropServices;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Statistics;

/// <summary>Adds counts up into the groups of a query.</summary>
internal sealed class CountSums(PeriodDays periods, QuestionGroups questions, IReadOnlyList<Dimension> groupBy)
{
    private readonly bool _byTouchpoint = groupBy.Contains(Dimension.Touchpoint);
    private readonly bool _byChannel = groupBy.Contains(Dimension.Channel);
    private readonly bool _bySegment = groupBy.Contains(Dimension.Segment);
    private readonly Dictionary<StatisticsGroup, long[]> _sums = [];

    public IReadOnlyDictionary<StatisticsGroup, long[]> Sums => _sums;

    /// <summary>The group of a query that answers with these keys belong to.</summary>
    public StatisticsGroup GroupOf(int period, int questionGroup, long touchpoint, long channel, long segment) =>
        new(period, questionGroup, _byTouchpoint ? touchpoint : 0, _byChannel ? channel : 0, _bySegment ? segment : 0);

    /// <summary>The counters of the group that a row belongs to: see <see cref="Counters"/>.</summary>
    public long[] Of(long question, int day, long touchpoint, long channel, long segment) =>
        Of(GroupOf(periods.IndexOf(day), questions.Of(question), touchpoint, channel, segment));

    /// <summary>The counters of a group.</summary>
    public long[] Of(StatisticsGroup group)
    {
        ref long[]? counters = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, group, out _);
        return counters ??= new long[Counters.Read];
    }
}
