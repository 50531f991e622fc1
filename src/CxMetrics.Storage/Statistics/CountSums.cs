using System.Runtime.InteropServices;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Statistics;

/// <summary>Adds rows of daily counts up into the groups of a query.</summary>
internal sealed class CountSums(PeriodDays periods, QuestionGroups questions, IReadOnlyList<Dimension> groupBy)
{
    private readonly bool _byTouchpoint = groupBy.Contains(Dimension.Touchpoint);
    private readonly bool _byChannel = groupBy.Contains(Dimension.Channel);
    private readonly bool _bySegment = groupBy.Contains(Dimension.Segment);
    private readonly Dictionary<StatisticsGroup, long[]> _sums = [];

    public IReadOnlyDictionary<StatisticsGroup, long[]> Sums => _sums;

    /// <summary>The counters of the group that a row belongs to: one per score step, then the test answers.</summary>
    public long[] Of(long question, int day, long touchpoint, long channel, long segment)
    {
        var group = new StatisticsGroup(
            periods.IndexOf(day),
            questions.Of(question),
            _byTouchpoint ? touchpoint : 0,
            _byChannel ? channel : 0,
            _bySegment ? segment : 0
        );
        ref long[]? counters = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, group, out _);
        return counters ??= new long[DailyCountChanges.Counters];
    }
}
