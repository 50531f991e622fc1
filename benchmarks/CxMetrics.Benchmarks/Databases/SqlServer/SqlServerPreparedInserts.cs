using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Benchmarks.Databases.SqlServer;

/// <summary>Prepared statements on one connection: a round trip a row, and another for its comment.</summary>
internal sealed class SqlServerPreparedInserts : PreparedInserts
{
    // The keys of a database just made begin at 1.
    private const string QuestionSql = """
        INSERT INTO Sources (Name) VALUES (N'api');
        INSERT INTO Surveys (Name) VALUES (N'relationship');
        INSERT INTO Questions (SurveyKey, Name, Metric, ScaleMinimum, ScaleMaximum, ScaleDirection)
        VALUES (1, N'nps', 1, 0, 10, 0);
        """;

    private const string KeysSql = """
        UPDATE KeyBlocks SET NextKey = KeyBlocks.NextKey + @Count
        OUTPUT deleted.NextKey
        WHERE KeyBlocks.Name = N'ResponseKey'
        """;

    private const string ResponseSql = """
        INSERT INTO Responses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails)
        VALUES (@Key, 1, @Id, 1, 1, @Score, @Touchpoint, @Channel, @Segment, @Customer, NULL, @RespondedAt, @RecordedAt, 1, 0, 0, @HasDetails)
        """;

    private const string DetailsSql =
        "INSERT INTO ResponseDetails (ResponseKey, Comment, Locale, Attributes) VALUES (@Key, @Comment, NULL, NULL)";

    private const int NameLength = 200;
    private const int AnyLength = -1;
    private const int TimeBytes = 8;
    private const byte MicrosecondDigits = 6;

    private readonly SqlConnection _connection;
    private readonly PreparedCommand _keys;

    public SqlServerPreparedInserts(SqlConnection connection)
        : base(connection)
    {
        _connection = connection;
        InsertQuestion();
        _keys = new PreparedCommand(connection, KeysSql, new SqlParameter("@Count", SqlDbType.Int));
        Response = new PreparedCommand(
            connection,
            ResponseSql,
            new SqlParameter("@Key", SqlDbType.BigInt),
            new SqlParameter("@Id", SqlDbType.NVarChar, NameLength),
            new SqlParameter("@Score", SqlDbType.Int),
            new SqlParameter("@Touchpoint", SqlDbType.Int),
            new SqlParameter("@Channel", SqlDbType.Int),
            new SqlParameter("@Segment", SqlDbType.Int),
            new SqlParameter("@Customer", SqlDbType.BigInt),
            Time("@RespondedAt"),
            Time("@RecordedAt"),
            new SqlParameter("@HasDetails", SqlDbType.Bit)
        );
        Details = new PreparedCommand(
            connection,
            DetailsSql,
            new SqlParameter("@Key", SqlDbType.BigInt),
            new SqlParameter("@Comment", SqlDbType.NVarChar, AnyLength)
        );
        Touchpoints = Names("INSERT INTO Touchpoints (Name) OUTPUT inserted.TouchpointKey VALUES (@Name)");
        Channels = Names("INSERT INTO Channels (Name) OUTPUT inserted.ChannelKey VALUES (@Name)");
        Segments = Names("INSERT INTO Segments (Name) OUTPUT inserted.SegmentKey VALUES (@Name)");
        Customers = Names("INSERT INTO Customers (Name) OUTPUT inserted.CustomerKey VALUES (@Name)");
    }

    protected override PreparedCommand Response { get; }

    protected override PreparedCommand Details { get; }

    protected override DimensionKeys Touchpoints { get; }

    protected override DimensionKeys Channels { get; }

    protected override DimensionKeys Segments { get; }

    protected override DimensionKeys Customers { get; }

    protected override void Dispose(bool disposing)
    {
        _keys.Dispose();
        base.Dispose(disposing);
    }

    protected override long TakeKeys(int count, DbTransaction transaction) =>
        (long)_keys.ExecuteScalar(transaction, count);

    protected override object ToValue(DateTime time) => time;

    private void InsertQuestion()
    {
        using var command = new SqlCommand(QuestionSql, _connection);
        command.ExecuteNonQuery();
    }

    // To prepare, the client wants the size of a time, too.
    private static SqlParameter Time(string name) =>
        new(name, SqlDbType.DateTime2, TimeBytes) { Scale = MicrosecondDigits };

    private DimensionKeys Names(string sql) =>
        new(new PreparedCommand(_connection, sql, new SqlParameter("@Name", SqlDbType.NVarChar, NameLength)));
}
