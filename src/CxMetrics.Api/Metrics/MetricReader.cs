using CxMetrics.Api.Hosting;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics;

/// <summary>The read path: counts from the store, estimate and interval from the calculation, rows for the answer.</summary>
internal sealed class MetricReader(IRatingStatisticsStore store, ReportingCalendar calendar, TimeProvider clock)
{
    /// <summary>Reads a metric.</summary>
    /// <returns>The report, or the scales that stand in its way.</returns>
    public async Task<MetricOutcome> ReadAsync(MetricQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<DateRange> periods = calendar.Cut(query.Window, query.Period);
        var statisticsQuery = new RatingStatisticsQuery(
            query.Definition.Answers,
            periods,
            query.GroupBy,
            query.Filters
        );
        IReadOnlyList<RatingStatistics> statistics = await store.ReadAsync(statisticsQuery, cancellationToken);

        GroupSeries[] groups = GroupSeries.Collect(statistics, periods.Count, query.GroupBy.Count);
        if (Array.Find(groups, group => group.Scales.Count > 1) is { } mixed)
        {
            return MetricOutcome.MixedScales(mixed.Scales);
        }

        if ((long)groups.Length * periods.Count > MetricOutcome.MaximumRows)
        {
            return MetricOutcome.TooManyRows;
        }

        var rows = groups.SelectMany(group =>
            periods.Select((period, index) => CreateRow(query, group, period, index))
        );
        return MetricOutcome.Of(CreateReport(query, [.. rows], statistics.Sum(counted => counted.TestAnswers)));
    }

    private MetricReport CreateReport(MetricQuery query, IReadOnlyList<MetricRow> rows, long testAnswers) =>
        new()
        {
            Metric = query.Definition.Key,
            Definition = new DefinitionReference(query.Definition.Key, query.Definition.Version),
            Unit = query.Definition.Unit,
            Window = new Window(
                query.Window.From,
                query.Window.To,
                calendar.TimeZone.Id,
                EnumNames.CamelCase(query.Period)
            ),
            Confidence = query.Confidence,
            Rows = rows,
            Excluded = new Exclusions(testAnswers),
        };

    private MetricRow CreateRow(MetricQuery query, GroupSeries group, DateRange period, int index)
    {
        RatingDistribution? distribution = group.Distributions[index];
        Score score = Compute(query, distribution, group.Scale);
        return new MetricRow
        {
            PeriodStart = period.From,
            PeriodEnd = period.To,
            Group = NameGroup(query.GroupBy, group.Values),
            Value = score.Estimate.Value,
            N = score.Estimate.SampleSize,
            Interval = Interval.From(score.Estimate.Interval),
            StandardError = score.Estimate.StandardError,
            Scale = distribution is null ? null : Scale.From(distribution.Scale),
            Breakdown = score.Breakdown,
            Flags = FlagsOf(query, period, score.Estimate),
        };
    }

    /// <summary>A period without answers is computed on the scale of the others, so that its breakdown has the same names.</summary>
    private static Score Compute(MetricQuery query, RatingDistribution? distribution, RatingScale? scale)
    {
        RatingScale? usual = scale ?? query.Definition.Answers.DefaultScale();
        return usual is null && distribution is null
            ? new Score(Estimate.None, new Dictionary<string, long>(StringComparer.Ordinal))
            : query.Definition.Compute(
                distribution ?? RatingDistribution.Empty(usual!),
                query.Confidence,
                query.Method
            );
    }

    private static OrderedDictionary<string, string?> NameGroup(
        IReadOnlyList<Dimension> dimensions,
        IReadOnlyList<string?> values
    )
    {
        var group = new OrderedDictionary<string, string?>(StringComparer.Ordinal);
        for (int index = 0; index < dimensions.Count; index++)
        {
            group.Add(EnumNames.CamelCase(dimensions[index]), values[index]);
        }

        return group;
    }

    /// <summary>The flags of the number and those of its period; some can come from either.</summary>
    private List<string> FlagsOf(MetricQuery query, DateRange period, Estimate estimate)
    {
        List<string> flags = [.. Flags.Of(estimate)];
        if (query.Period != PeriodLength.None)
        {
            DateRange whole = calendar.PeriodOf(period.From, query.Period);
            AddIf(whole != period, Flags.Clipped);
            AddIf(whole.To > calendar.DayOf(clock.GetUtcNow()), Flags.Provisional);
        }

        return flags;

        void AddIf(bool applies, string flag)
        {
            if (applies && !flags.Contains(flag))
            {
                flags.Add(flag);
            }
        }
    }
}
