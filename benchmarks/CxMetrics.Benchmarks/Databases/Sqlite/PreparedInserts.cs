using System.Globalization;
using CxMetrics.Benchmarks.Ingestion;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Benchmarks.Databases.Sqlite;

/// <summary>Prepared statements on a connection set up as the service's writer, with the keys of names remembered.</summary>
internal sealed class PreparedInserts : IRawInserts
{
    private const int RowsPerTransaction = 10_000;

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

    private const string InsertSql = """
        INSERT INTO Responses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails)
        VALUES (@Key, 1, @Id, 1, 1, @Score, @Touchpoint, @Channel, @Segment, @Customer, NULL, @RespondedAt, @RecordedAt, 1, 0, 0, @HasDetails)
        ON CONFLICT (SourceKey, Id) DO NOTHING
        """;

    private const string DetailsSql =
        "INSERT INTO ResponseDetails (ResponseKey, Comment, Locale, Attributes) VALUES (@Key, @Comment, NULL, NULL)";

    private readonly SqliteConnection _connection;
    private readonly PreparedCommand _insert;
    private readonly PreparedCommand _details;
    private readonly DimensionKeys _touchpoints;
    private readonly DimensionKeys _channels;
    private readonly DimensionKeys _segments;
    private readonly DimensionKeys _customers;
    private long _key;

    public PreparedInserts(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Execute(SettingsSql);
        Execute(QuestionSql);
        _insert = new PreparedCommand(
            _connection,
            InsertSql,
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
        _details = new PreparedCommand(_connection, DetailsSql, "@Key", "@Comment");
        _touchpoints = new DimensionKeys(
            _connection,
            "INSERT INTO Touchpoints (TouchpointKey, Name) VALUES (@Key, @Name)"
        );
        _channels = new DimensionKeys(_connection, "INSERT INTO Channels (ChannelKey, Name) VALUES (@Key, @Name)");
        _segments = new DimensionKeys(_connection, "INSERT INTO Segments (SegmentKey, Name) VALUES (@Key, @Name)");
        _customers = new DimensionKeys(_connection, "INSERT INTO Customers (CustomerKey, Name) VALUES (@Key, @Name)");
    }

    public void Insert(GeneratedResponses responses, Range range)
    {
        (int offset, int length) = range.GetOffsetAndLength(responses.Count);
        for (int first = offset; first < offset + length; first += RowsPerTransaction)
        {
            using SqliteTransaction transaction = _connection.BeginTransaction();
            long recordedAt = Microseconds(TimeProvider.System.GetUtcNow().UtcDateTime);
            for (int number = first; number < Math.Min(first + RowsPerTransaction, offset + length); number++)
            {
                Insert(responses[number], recordedAt, transaction);
            }

            transaction.Commit();
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _details.Dispose();
        _touchpoints.Dispose();
        _channels.Dispose();
        _segments.Dispose();
        _customers.Dispose();
        _connection.Dispose();
    }

    private void Insert(in GeneratedResponse response, long recordedAt, SqliteTransaction transaction)
    {
        _key++;
        string? customer =
            response.Customer < 0 ? null : "c-" + response.Customer.ToString("D6", CultureInfo.InvariantCulture);
        _insert.Execute(
            transaction,
            _key,
            response.Id.ToString("x16", CultureInfo.InvariantCulture),
            response.Score,
            _touchpoints.FindOrAdd(GeneratedResponses.Touchpoints[response.Touchpoint], transaction),
            _channels.FindOrAdd(GeneratedResponses.Channels[response.Channel], transaction),
            _segments.FindOrAdd(GeneratedResponses.Segments[response.Segment], transaction),
            customer is null ? DBNull.Value : _customers.FindOrAdd(customer, transaction),
            Microseconds(response.RespondedAt),
            recordedAt,
            response.Comment < 0 ? 0 : 1
        );
        if (response.Comment >= 0)
        {
            _details.Execute(transaction, _key, GeneratedResponses.Comments[response.Comment]);
        }
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // One of the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Microseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
