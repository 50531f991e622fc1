using System.Globalization;
using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Benchmarks.Reads;

/// <summary>The service's read path without HTTP and JSON: counts from the store, then score and interval of every row.</summary>
internal sealed class StoreReader(IRatingStatisticsStore store) : IReader
{
    public async Task<long> ReadAsync(ReadQuestion question, CancellationToken cancellationToken)
    {
        long answers = 0;
        RatingReading reading = await store.ReadAsync(question.ToQuery(), cancellationToken);
        foreach (RatingStatistics row in reading.Rows)
        {
            Estimate estimate = NetPromoterScore.FromDistribution(row.Distribution);
            answers += estimate.SampleSize;
        }

        return answers;
    }

    public async Task<IReadOnlyList<MonthCounts>> CountAsync(ReadQuestion question, CancellationToken cancellationToken)
    {
        RatingStatisticsQuery query = question.ToQuery();
        RatingReading reading = await store.ReadAsync(query, cancellationToken);
        return [.. reading.Rows.Select(row => ToCounts(query, row))];
    }

    private static MonthCounts ToCounts(RatingStatisticsQuery query, RatingStatistics row) =>
        new(
            query.Periods[row.PeriodIndex].From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            row.Group.Count == 0 ? null : row.Group[0],
            NetPromoterBands.FromDistribution(row.Distribution)
        );
}
