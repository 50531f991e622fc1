using System.Globalization;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Benchmarks.Reads;

/// <summary>NPS by month over the last of the three generated years, asked in one of several ways.</summary>
/// <param name="Name">How reports call it.</param>
/// <param name="IsByChannel">Whether channels are kept apart.</param>
/// <param name="Channel">Only answers that came through this channel; null for all.</param>
/// <param name="GroupByTarget">How many times faster than GROUP BY it must be.</param>
/// <param name="DuckDb">What DuckDB took over 10 M rows on two cores of another machine; it must be five times faster than that.</param>
internal sealed record ReadQuestion(
    string Name,
    bool IsByChannel,
    string? Channel,
    double GroupByTarget,
    TimeSpan DuckDb
)
{
    /// <summary>Every question measured. Reads that do not come from daily counts (as of a past moment, by respondent) belong here, too.</summary>
    public static IReadOnlyList<ReadQuestion> All { get; } =
    [
        new("by month", IsByChannel: false, Channel: null, 100, TimeSpan.FromMilliseconds(18)),
        new("by month and channel", IsByChannel: true, Channel: null, 30, TimeSpan.FromMilliseconds(30)),
        new("by month, one channel", IsByChannel: false, Channel: "web", 30, TimeSpan.FromMilliseconds(30)),
    ];

    public DateRange Months { get; } = new(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1));

    /// <summary>The question as a path of the service.</summary>
    public Uri Path
    {
        get
        {
            string path = string.Create(
                CultureInfo.InvariantCulture,
                $"/v1/metrics/nps?from={Months.From:yyyy-MM-dd}&to={Months.To:yyyy-MM-dd}&period=month"
            );
            path += IsByChannel ? "&groupBy=channel" : "";
            path += Channel is null ? "" : "&channel=" + Channel;
            return new Uri(path, UriKind.Relative);
        }
    }

    /// <summary>The question as the store is asked it.</summary>
    public RatingStatisticsQuery ToQuery() =>
        new(
            RatingMetric.Nps,
            [
                .. Enumerable
                    .Range(0, 12)
                    .Select(month => new DateRange(Months.From.AddMonths(month), Months.From.AddMonths(month + 1))),
            ],
            IsByChannel ? [Dimension.Channel] : [],
            Channel is null
                ? new Dictionary<Dimension, IReadOnlyList<string?>>()
                : new Dictionary<Dimension, IReadOnlyList<string?>> { [Dimension.Channel] = [Channel] }
        );
}
