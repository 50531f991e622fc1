using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Api.Metrics;

/// <summary>Turns a query string into a <see cref="MetricQuery"/>, or into errors that name the parameters.</summary>
internal sealed class MetricQueryBinder(ReportingCalendar calendar, TimeProvider clock)
{
    private const int DefaultDays = 90;
    private const int MaximumPeriods = 10_000;

    public MetricQuery? Bind(ScoreDefinition definition, MetricQueryParameters given, QueryReader reader)
    {
        reader.RefuseUnknown<MetricQueryParameters>();
        PeriodLength period = reader.Choice("period", given.Period, PeriodLength.None);
        DateRange? window = BindWindow(given, period, reader);
        IReadOnlyList<Dimension> groupBy = reader.ChoiceList<Dimension>(
            "groupBy",
            given.GroupBy,
            definition.Dimensions
        );
        double confidence = BindConfidence(given.Confidence, reader);
        UnitOfAnalysis? unit = given.Unit is null ? null : reader.Choice("unit", given.Unit, UnitOfAnalysis.Answer);
        DateTimeOffset? asOf = reader.PastInstant("asOf", given.AsOf, clock.GetUtcNow());
        string method = BindMethod(definition, unit, given.Method, reader);
        return reader.Errors.Count > 0 || window is null
            ? null
            : new MetricQuery(definition, window.Value, period, groupBy, BindFilters(given), confidence, method)
            {
                Unit = unit,
                AsOf = asOf,
            };
    }

    private DateRange? BindWindow(MetricQueryParameters given, PeriodLength period, QueryReader reader)
    {
        DateOnly? from = reader.Date("from", given.From);
        DateOnly? to = reader.Date("to", given.To);
        if (reader.Errors.Count > 0)
        {
            return null;
        }

        DateOnly end = to ?? calendar.DayOf(clock.GetUtcNow()).AddDays(1);
        DateOnly start = from ?? (end.DayNumber >= DefaultDays ? end.AddDays(-DefaultDays) : DateOnly.MinValue);
        if (start >= end)
        {
            reader.Add(
                "from",
                FactErrorCodes.OutOfRange,
                $"The range is empty: from {start:yyyy-MM-dd} must lie before to {end:yyyy-MM-dd}."
            );
            return null;
        }

        if (period == PeriodLength.Day && end.DayNumber - start.DayNumber > MaximumPeriods)
        {
            reader.Add(
                "period",
                FactErrorCodes.TooMany,
                $"More than {MaximumPeriods} periods; ask for a shorter range or longer periods."
            );
            return null;
        }

        return new DateRange(start, end);
    }

    private static double BindConfidence(string? given, QueryReader reader) =>
        reader.Number("confidence", given, Confidence.Default, Confidence.Minimum, Confidence.Maximum);

    private static string BindMethod(
        ScoreDefinition definition,
        UnitOfAnalysis? unit,
        string? given,
        QueryReader reader
    )
    {
        IReadOnlyList<string> methods = definition.MethodsOf(unit);
        if (given is null)
        {
            return methods[0];
        }

        if (!methods.Contains(given, StringComparer.Ordinal))
        {
            reader.Add(
                "method",
                FactErrorCodes.UnknownValue,
                $"{definition.Key} has no interval method '{given}'{For(unit)}; it has {string.Join(", ", methods)}."
            );
        }

        return given;
    }

    private static string For(UnitOfAnalysis? unit) => unit == UnitOfAnalysis.Account ? " for accounts" : string.Empty;

    private static Dictionary<Dimension, IReadOnlyList<string?>> BindFilters(MetricQueryParameters given)
    {
        var filters = new Dictionary<Dimension, IReadOnlyList<string?>>();
        Add(Dimension.Survey, given.Survey);
        Add(Dimension.Question, given.Question);
        Add(Dimension.Touchpoint, given.Touchpoint);
        Add(Dimension.Channel, given.Channel);
        Add(Dimension.Segment, given.Segment);
        return filters;

        // Facts are trimmed and empty means absent when they come in, so the same holds for what asks for them.
        void Add(Dimension dimension, string[]? values)
        {
            if (values is { Length: > 0 })
            {
                filters[dimension] =
                [
                    .. values
                        .Select(value => string.IsNullOrWhiteSpace(value) ? null : value.Trim())
                        .Distinct(StringComparer.Ordinal),
                ];
            }
        }
    }
}
