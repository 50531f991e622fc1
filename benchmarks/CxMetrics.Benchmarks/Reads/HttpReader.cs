using System.Text.Json;
using CxMetrics.Calculation;

namespace CxMetrics.Benchmarks.Reads;

/// <summary>A client of the service: the question as a request, the answer as JSON to its last byte.</summary>
internal sealed class HttpReader(HttpClient client) : IReader
{
    public async Task<long> ReadAsync(ReadQuestion question, CancellationToken cancellationToken) =>
        (await client.GetByteArrayAsync(question.Path, cancellationToken)).Length;

    public async Task<IReadOnlyList<MonthCounts>> CountAsync(ReadQuestion question, CancellationToken cancellationToken)
    {
        await using Stream body = await client.GetStreamAsync(question.Path, cancellationToken);
        using JsonDocument report = await JsonDocument.ParseAsync(body, default, cancellationToken);
        return [.. report.RootElement.GetProperty("rows").EnumerateArray().Select(ToCounts)];
    }

    private static MonthCounts ToCounts(JsonElement row)
    {
        JsonElement breakdown = row.GetProperty("breakdown");
        return new MonthCounts(
            row.GetProperty("periodStart").GetString()![..7],
            row.GetProperty("group").TryGetProperty("channel", out JsonElement channel) ? channel.GetString() : null,
            new NetPromoterBands(
                breakdown.GetProperty("detractors").GetInt64(),
                breakdown.GetProperty("passives").GetInt64(),
                breakdown.GetProperty("promoters").GetInt64()
            )
        );
    }
}
