using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Benchmarks.Databases.Sqlite;

/// <summary>Prepared statements on a connection set up as the service's writer.</summary>
internal sealed class SqlitePreparedInserts : PreparedInserts
{
    // As the service sets up its writer.
    private const string SettingsSql = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = OFF;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 16384;
        PRAGMA journal_size_limit = 67108864;
        """;

    private const string QuestionSql = """
        INSERT INTO Sources (SourceKey, Name) VALUES (1, 'api');
        INSERT INTO Surveys (SurveyKey, Name) VALUES (1, 'relationship');
        INSERT INTO Questions (QuestionKey, SurveyKey, Name, Metric, ScaleMinimum, ScaleMaximum, ScaleDirection)
        VALUES (1, 1, 'nps', 1, 0, 10, 0);
        """;

    private const string ResponseSql = """
        INSERT INTO Responses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails)
        VALUES (@Key, 1, @Id, 1, 1, @Score, @Touchpoint, @Channel, @Segment, @Customer, NULL, @RespondedAt, @RecordedAt, 1, 0, 0, @HasDetails)
        ON CONFLICT (SourceKey, Id) DO NOTHING
        """;

    private const string DetailsSql =
        "INSERT INTO ResponseDetails (ResponseKey, Comment, Locale, Attributes) VALUES (@Key, @Comment, NULL, NULL)";

    private readonly SqliteConnection _connection;
    private long _nextKey = 1;

    public SqlitePreparedInserts(SqliteConnection connection)
        : base(connection)
    {
        _connection = connection;
        Execute(SettingsSql);
        Execute(QuestionSql);
        Response = Prepare(
            ResponseSql,
            "@Key",
            "@Id",
            "@Score",
            "@Touchpoint",
            "@Channel",
            "@Segment",
            "@Customer",
            "@RespondedAt",
            "@RecordedAt",
            "@HasDetails"
        );
        Details = Prepare(DetailsSql, "@Key", "@Comment");
        Touchpoints = Names("INSERT INTO Touchpoints (Name) VALUES (@Name) RETURNING TouchpointKey");
        Channels = Names("INSERT INTO Channels (Name) VALUES (@Name) RETURNING ChannelKey");
        Segments = Names("INSERT INTO Segments (Name) VALUES (@Name) RETURNING SegmentKey");
        Customers = Names("INSERT INTO Customers (Name) VALUES (@Name) RETURNING CustomerKey");
    }

    protected override PreparedCommand Response { get; }

    protected override PreparedCommand Details { get; }

    protected override DimensionKeys Touchpoints { get; }

    protected override DimensionKeys Channels { get; }

    protected override DimensionKeys Segments { get; }

    protected override DimensionKeys Customers { get; }

    protected override long TakeKeys(int count, DbTransaction transaction)
    {
        long first = _nextKey;
        _nextKey += count;
        return first;
    }

    protected override object ToValue(DateTime time) =>
        (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private DimensionKeys Names(string sql) => new(Prepare(sql, "@Name"));

    private PreparedCommand Prepare(string sql, params string[] names) =>
        new(_connection, sql, [.. names.Select(name => new SqliteParameter { ParameterName = name })]);

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // One of the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
