using Microsoft.Data.Sqlite;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>What is in a database after a run.</summary>
internal static class DatabaseContent
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

    public static long CountResponses(string path)
    {
        using SqliteConnection connection = Open(path);
        using var command = new SqliteCommand("SELECT COUNT(*) FROM Responses", connection);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>A digest of all facts and dimensions, to compare two databases by.</summary>
    public static string Summarise(string path)
    {
        using SqliteConnection connection = Open(path);
        using var command = new SqliteCommand(FactsSql, connection);
        using SqliteDataReader reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
