using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Api.Metrics;

/// <summary>One group of a report: its counts per period, and every scale they were given on.</summary>
internal sealed class GroupSeries
{
    private readonly List<RatingScale> _scales = [];

    private GroupSeries(IReadOnlyList<string?> values, int periods, UnitOfAnalysis unit)
    {
        Values = values;
        Unit = unit;
        Periods = new RowCounts?[periods];
    }

    /// <summary>One value per dimension grouped by.</summary>
    public IReadOnlyList<string?> Values { get; }

    /// <summary>What was counted.</summary>
    public UnitOfAnalysis Unit { get; }

    /// <summary>The counts of each period; null where nothing was counted.</summary>
    public RowCounts?[] Periods { get; }

    /// <summary>The scales seen. More than one: the group must not be computed.</summary>
    public IReadOnlyList<RatingScale> Scales => _scales;

    /// <summary>The one scale of the group; null when nothing was counted.</summary>
    public RatingScale? Scale => _scales.Count > 0 ? _scales[0] : null;

    /// <summary>Sorts counts into groups, by value. Without grouping there is always one, even when nothing was counted.</summary>
    public static GroupSeries[] Collect(RatingReading reading, int periods, int dimensions)
    {
        var groups = new SortedDictionary<IReadOnlyList<string?>, GroupSeries>(GroupOrder.Instance);
        if (dimensions == 0)
        {
            groups.Add([], new GroupSeries([], periods, reading.Units[0]));
        }

        foreach (RatingStatistics counted in reading.Rows.Where(counted => counted.Distribution.Total > 0))
        {
            if (!groups.TryGetValue(counted.Group, out GroupSeries? group))
            {
                group = new GroupSeries(counted.Group, periods, counted.Unit);
                groups.Add(counted.Group, group);
            }

            group.Add(counted);
        }

        return [.. groups.Values];
    }

    private void Add(RatingStatistics counted)
    {
        RatingScale scale = counted.Distribution.Scale;
        if (!_scales.Contains(scale))
        {
            _scales.Add(scale);
        }

        if (_scales.Count == 1)
        {
            RowCounts row = Periods[counted.PeriodIndex] ??= RowCounts.Empty(Unit, scale);
            row.Add(counted);
        }
    }

    /// <summary>Groups in ordinal order of their values, those without a value first.</summary>
    private sealed class GroupOrder : IComparer<IReadOnlyList<string?>>
    {
        public static readonly GroupOrder Instance = new();

        public int Compare(IReadOnlyList<string?>? x, IReadOnlyList<string?>? y)
        {
            for (int index = 0; index < x!.Count; index++)
            {
                int order = string.CompareOrdinal(x[index], y![index]);
                if (order != 0)
                {
                    return order;
                }
            }

            return 0;
        }
    }
}
