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
        var statisticsQuery = new RatingStatisticsQuery(query.Definition.Answers, periods, query.GroupBy, query.Filters)
        {
            Unit = query.Unit,
            AsOf = query.AsOf,
        };
        RatingReading reading = await store.ReadAsync(statisticsQuery, cancellationToken);
        if (reading.MixedKinds is { } kinds)
        {
            return MetricOutcome.MixedKinds(kinds);
        }

        GroupSeries[] groups = GroupSeries.Collect(reading, periods.Count, query.GroupBy.Count);
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
        return MetricOutcome.Of(CreateReport(query, reading, [.. rows]));
    }

    private MetricReport CreateReport(MetricQuery query, RatingReading reading, IReadOnlyList<MetricRow> rows) =>
        new()
        {
            Metric = query.Definition.Key,
            Definition = new DefinitionReference(query.Definition.Key, query.Definition.Version),
            Unit = query.Definition.Unit,
            UnitOfAnalysis = reading.Units is [var unit] ? unit : null,
            Window = new Window(
                query.Window.From,
                query.Window.To,
                calendar.TimeZone.Id,
                EnumNames.CamelCase(query.Period)
            ),
            Confidence = query.Confidence,
            AsOf = query.AsOf,
            Rows = rows,
            Excluded = Exclusions.From(
                reading.Rows.Aggregate(default(ExcludedAnswers), (sum, counted) => sum + counted.Excluded)
            ),
        };

    private MetricRow CreateRow(MetricQuery query, GroupSeries group, DateRange period, int index)
    {
        RowCounts? counts = group.Periods[index];
        Score score = Compute(query, group, counts);
        return new MetricRow
        {
            PeriodStart = period.From,
            PeriodEnd = period.To,
            Group = NameGroup(query.GroupBy, group.Values),
            Value = score.Estimate.Value,
            UnitOfAnalysis = group.Unit,
            N = score.Estimate.SampleSize,
            NEffective = score.Estimate.EffectiveSampleSize,
            Interval = Interval.From(score.Estimate.Interval),
            StandardError = score.Estimate.StandardError,
            Scale = counts is null ? null : Scale.From(counts.Pooled.Scale),
            Breakdown = score.Breakdown,
            Flags = FlagsOf(query, period, score.Estimate),
        };
    }

    /// <summary>A period without answers is computed on the scale of the others, so that its breakdown has the same names.</summary>
    private static Score Compute(MetricQuery query, GroupSeries group, RowCounts? counts)
    {
        if (counts is null && (group.Scale ?? query.Definition.Answers.DefaultScale()) is { } scale)
        {
            counts = RowCounts.Empty(group.Unit, scale);
        }

        return counts is null
            ? new Score(Estimate.None, new Dictionary<string, long>(StringComparer.Ordinal))
            : query.Definition.Compute(counts, query.Confidence, query.Method);
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
