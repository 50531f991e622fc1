using System.Data.Common;
using System.Globalization;
using CxMetrics.Benchmarks.Databases;
using CxMetrics.Calculation;

namespace CxMetrics.Benchmarks.Reads;

/// <summary>The opponent: one statement over the table of responses in the same database.</summary>
internal sealed class GroupByReader(IBenchmarkDatabase database, DbConnection connection) : IReader
{
    // Hundreds of seconds are possible over ten million rows; the runner's own token still ends it.
    private const int TimeoutSeconds = 600;

    public async Task<long> ReadAsync(ReadQuestion question, CancellationToken cancellationToken) =>
        (await CountAsync(question, cancellationToken)).Count;

    public async Task<IReadOnlyList<MonthCounts>> CountAsync(ReadQuestion question, CancellationToken cancellationToken)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The dialects write their statements from constants.
        command.CommandText = database.GroupBySql(question);
#pragma warning restore CA2100
        command.CommandTimeout = TimeoutSeconds;
        var rows = new List<MonthCounts>();
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            string? channel = await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetString(1);
            var bands = new NetPromoterBands(Count(reader, 2), Count(reader, 3), Count(reader, 4));
            rows.Add(new MonthCounts(reader.GetString(0), channel, bands));
        }

        return rows;
    }

    private static long Count(DbDataReader reader, int column) =>
        Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);
}
