using System.Data.Common;
using System.Globalization;
using CxMetrics.Benchmarks.Reads;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Benchmarks.Databases.SqlServer;

/// <summary>A database on a server.</summary>
internal sealed class SqlServerBenchmarkDatabase(BenchmarkServer server, string name, bool isKept) : IBenchmarkDatabase
{
    // Hundreds of seconds are possible over ten million rows.
    private const int TimeoutSeconds = 600;

    private const string CountSql = "SELECT COUNT_BIG(*) FROM Responses";

    private const string HasSchemaSql = "SELECT COUNT(*) FROM sys.tables WHERE name = N'Responses'";

    private const string PagesSql = "SELECT SUM(a.total_pages) * 8192 FROM sys.allocation_units AS a";

    // The tables of Babelfish lie in PostgreSQL, and only that knows how large they are.
    private const string RelationsSql = "SELECT SUM(pg_total_relation_size(t.object_id)) FROM sys.tables AS t";

    /// <summary>
    /// Sums over every column that both contenders must have filled alike, by names: which key belongs to which of them is
    /// decided anew in every database.
    /// </summary>
    private const string FactsSql = """
        SELECT
            o.Name AS Source, y.Name AS Survey, q.Name AS Question, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection,
            t.Name AS Touchpoint, c.Name AS Channel, s.Name AS Segment,
            COUNT_BIG(*), MIN(r.Id), MAX(r.Id), SUM(r.Score), SUM(CAST(r.HasDetails AS int)), SUM(CAST(r.Complete AS int)),
            SUM(DATEDIFF_BIG(microsecond, '2020-01-01', r.RespondedAt) % 1000000007),
            COUNT(u.CustomerKey), SUM(CAST(SUBSTRING(u.Name, 3, 6) AS bigint) * (r.Score + 1)),
            COUNT(d.ResponseKey), SUM(LEN(d.Comment) * (r.Score + 1))
        FROM Responses AS r
        LEFT JOIN Sources AS o ON o.SourceKey = r.SourceKey
        LEFT JOIN Surveys AS y ON y.SurveyKey = r.SurveyKey
        LEFT JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
        LEFT JOIN Touchpoints AS t ON t.TouchpointKey = r.TouchpointKey
        LEFT JOIN Channels AS c ON c.ChannelKey = r.ChannelKey
        LEFT JOIN Segments AS s ON s.SegmentKey = r.SegmentKey
        LEFT JOIN Customers AS u ON u.CustomerKey = r.CustomerKey
        LEFT JOIN ResponseDetails AS d ON d.ResponseKey = r.ResponseKey
        GROUP BY
            o.Name, y.Name, q.Name, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection, t.Name, c.Name, s.Name
        ORDER BY o.Name, y.Name, q.Name, t.Name, c.Name, s.Name;
        SELECT COUNT(*), MIN(u.Name), MAX(u.Name) FROM Customers AS u;
        SELECT COUNT_BIG(*) FROM ResponseDetails;
        """;

    public IReadOnlyDictionary<string, string> ServiceSettings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = "SqlServer",
            ["Storage:ConnectionString"] = server.ConnectionString(name),
        };

    public long Size => Read(server.IsBabelfish ? RelationsSql : PagesSql);

    public IRawInserts OpenInserts() => new SqlServerPreparedInserts(server.Open(name));

    public DbConnection OpenConnection() => server.Open(name);

    public string GroupBySql(ReadQuestion question)
    {
        string channel = question.IsByChannel ? "c.Name" : "NULL";
        string group = question.IsByChannel ? ", c.Name" : "";
        string join =
            question.IsByChannel || question.Channel is not null
                ? "JOIN Channels AS c ON c.ChannelKey = r.ChannelKey"
                : "";
        string filter = question.Channel is null ? "" : $"AND c.Name = N'{question.Channel}'";
        // EOMONTH costs least of all that tells months apart, and text is made of the few groups only.
        return $"""
            SELECT
                CONVERT(char(7), EOMONTH(r.RespondedAt), 120) AS Month,
                {channel} AS Channel,
                SUM(CASE WHEN r.Score <= 6 THEN 1 ELSE 0 END) AS Detractors,
                SUM(CASE WHEN r.Score BETWEEN 7 AND 8 THEN 1 ELSE 0 END) AS Passives,
                SUM(CASE WHEN r.Score >= 9 THEN 1 ELSE 0 END) AS Promoters
            FROM Responses AS r
            JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
            {join}
            WHERE q.Metric = 1 AND r.Test = 0 AND r.SuspectedDuplicate = 0 AND r.Erased = 0
                AND r.RespondedAt >= '{question.Months.From:yyyy-MM-dd}'
                AND r.RespondedAt < '{question.Months.To:yyyy-MM-dd}'
                {filter}
            GROUP BY EOMONTH(r.RespondedAt){group}
            """;
    }

    public long CountResponses() => server.Has(name) && Read(HasSchemaSql) > 0 ? Read(CountSql) : 0;

    public string Summarise()
    {
        using DbConnection connection = OpenConnection();
        return FactsDigest.Read(connection, FactsSql);
    }

    public async ValueTask DisposeAsync()
    {
        if (!isKept)
        {
            await server.DropAsync(name);
        }
    }

    private long Read(string sql)
    {
        using SqlConnection connection = server.Open(name);
#pragma warning disable CA2100 // One of the constants above.
        using var command = new SqlCommand(sql, connection) { CommandTimeout = TimeoutSeconds };
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
