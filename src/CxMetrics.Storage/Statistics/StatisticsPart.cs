using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Statistics;

/// <summary>The questions of a query that are counted in one unit, on their way from rows of a database to rows of a report.</summary>
internal sealed class StatisticsPart
{
    private readonly RatingStatisticsQuery _query;
    private readonly UnitOfAnalysis _unit;
    private readonly QuestionGroups _questions;
    private IReadOnlyDictionary<StatisticsGroup, Dictionary<long, long[]>>? _accounts;

    public StatisticsPart(
        RatingStatisticsQuery query,
        UnitOfAnalysis unit,
        IReadOnlyList<QuestionRow> questions,
        CountFilter filter,
        ReportingCalendar calendar
    )
    {
        (_query, _unit, Filter) = (query, unit, filter);
        _questions = new QuestionGroups(questions, query.GroupBy);
        var periods = new PeriodDays(query.Periods);
        Days = periods.Ranges();
        Sums = new CountSums(periods, _questions, query.GroupBy);
        Facts = new FactSums(calendar, periods, _questions, filter, Sums, unit);
    }

    /// <summary>Whether daily counts say everything; where they do not, the facts are read.</summary>
    public bool IsCounted => _unit == UnitOfAnalysis.Answer && _query.AsOf is null;

    /// <summary>Whether there is nothing to read.</summary>
    public bool IsEmpty => QuestionKeys.Count == 0 || Days.Count == 0;

    public IReadOnlyCollection<long> QuestionKeys => _questions.QuestionKeys;

    /// <summary>Ranges of day numbers, from inclusive, to exclusive.</summary>
    public List<int[]> Days { get; }

    /// <summary>The level of daily counts to read.</summary>
    public CountLevel Level => CountLevels.For(_query);

    public CountFilter Filter { get; }

    /// <summary>Takes daily counts.</summary>
    public CountSums Sums { get; }

    /// <summary>Takes facts.</summary>
    public FactSums Facts { get; }

    /// <summary>Ends the reading. Call once, after the last count or fact.</summary>
    public void Complete() => _accounts = IsCounted ? null : Facts.Finish();

    /// <summary>The keys whose names the rows show; none where the query does not group by the dimension.</summary>
    public IReadOnlyCollection<long> KeysOf(Dimension dimension) =>
        _query.GroupBy.Contains(dimension) ? Sums.Sums.Keys.Select(group => group.KeyOf(dimension)).ToHashSet() : [];

    /// <summary>The rows, once the reading is complete.</summary>
    /// <param name="touchpoints">The names of the touchpoints shown.</param>
    /// <param name="channels">The names of the channels shown.</param>
    /// <param name="segments">The names of the segments shown.</param>
    public List<RatingStatistics> ToRows(
        Dictionary<long, string> touchpoints,
        Dictionary<long, string> channels,
        Dictionary<long, string> segments
    ) =>
        new StatisticsRows(_query, _unit, _questions, _accounts).Create(
            Sums,
            new GroupNames(_questions, touchpoints, channels, segments)
        );
}
