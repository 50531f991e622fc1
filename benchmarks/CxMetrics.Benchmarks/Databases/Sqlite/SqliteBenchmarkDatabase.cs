using System.Data.Common;
using CxMetrics.Benchmarks.Load;
using CxMetrics.Benchmarks.Reads;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Benchmarks.Databases.Sqlite;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteBenchmarkDatabase(string path, TemporaryFolder? folder = null) : IBenchmarkDatabase
{
    /// <summary>Sums over every column that both contenders must have filled alike; only the time of recording differs.</summary>
    private const string FactsSql = """
        SELECT 'Responses ' || COUNT(*) || ' ' || SUM(ResponseKey) || ' ' || SUM(SourceKey) || ' ' || SUM(SurveyKey)
                || ' ' || SUM(QuestionKey) || ' ' || SUM(Score) || ' ' || SUM(TouchpointKey) || ' ' || SUM(ChannelKey)
                || ' ' || SUM(SegmentKey) || ' ' || SUM(CustomerKey) || ' ' || SUM(RespondedAt % 1000000007)
                || ' ' || SUM(HasDetails) || ' ' || SUM(Complete) || ' ' || MIN(Id) || ' ' || MAX(Id)
            FROM Responses
        UNION ALL SELECT 'ResponseDetails ' || COUNT(*) || ' ' || SUM(ResponseKey) || ' ' || SUM(LENGTH(Comment)) FROM ResponseDetails
        UNION ALL SELECT 'Customers ' || COUNT(*) || ' ' || SUM(CustomerKey) || ' ' || MIN(Name) || ' ' || MAX(Name) FROM Customers
        UNION ALL SELECT 'Sources ' || GROUP_CONCAT(Name) FROM Sources
        UNION ALL SELECT 'Surveys ' || GROUP_CONCAT(Name) FROM Surveys
        UNION ALL SELECT 'Questions ' || GROUP_CONCAT(Name || Metric || ScaleMinimum || ScaleMaximum || ScaleDirection) FROM Questions
        UNION ALL SELECT 'Touchpoints ' || GROUP_CONCAT(TouchpointKey || Name) FROM Touchpoints
        UNION ALL SELECT 'Channels ' || GROUP_CONCAT(ChannelKey || Name) FROM Channels
        UNION ALL SELECT 'Segments ' || GROUP_CONCAT(SegmentKey || Name) FROM Segments
        """;

    public IReadOnlyDictionary<string, string> ServiceSettings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = "Sqlite",
            ["Storage:ConnectionString"] = $"Data Source={path}",
        };

    public long Size => new FileInfo(path).Length;

    /// <summary>A file that is removed with its folder.</summary>
    public static SqliteBenchmarkDatabase CreateTemporary(string name)
    {
        var folder = new TemporaryFolder();
        return new SqliteBenchmarkDatabase(folder.File(name + ".db"), folder);
    }

    public IRawInserts OpenInserts() => new SqlitePreparedInserts(Open());

    public DbConnection OpenConnection() => Open();

    public string GroupBySql(ReadQuestion question)
    {
        string channel = question.IsByChannel ? "c.Name" : "NULL";
        string join =
            question.IsByChannel || question.Channel is not null
                ? "JOIN Channels AS c ON c.ChannelKey = r.ChannelKey"
                : "";
        string filter = question.Channel is null ? "" : $"AND c.Name = '{question.Channel}'";
        return $"""
            SELECT
                strftime('%Y-%m', r.RespondedAt / 1000000, 'unixepoch') AS Month,
                {channel} AS Channel,
                SUM(r.Score <= 6) AS Detractors,
                SUM(r.Score BETWEEN 7 AND 8) AS Passives,
                SUM(r.Score >= 9) AS Promoters
            FROM Responses AS r
            JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
            {join}
            WHERE q.Metric = 1 AND r.Test = 0 AND r.SuspectedDuplicate = 0 AND r.Erased = 0
                AND r.RespondedAt >= unixepoch('{question.Months.From:yyyy-MM-dd}') * 1000000
                AND r.RespondedAt < unixepoch('{question.Months.To:yyyy-MM-dd}') * 1000000
                {filter}
            GROUP BY 1, 2
            """;
    }

    public long CountResponses()
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using DbConnection connection = OpenConnection();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Responses";
        return (long)command.ExecuteScalar()!;
    }

    public string Summarise()
    {
        using DbConnection connection = OpenConnection();
        return FactsDigest.Read(connection, FactsSql);
    }

    public ValueTask DisposeAsync()
    {
        folder?.Dispose();
        return ValueTask.CompletedTask;
    }

    // Opening it settles a log that a killed service has left, and closing it copies the log back into the file.
    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
