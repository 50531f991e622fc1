using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Tests.Sqlite;

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cxmetrics-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "data", "test.db");

    public override IDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:ConnectionString"] = $"Data Source={Path}",
        };

    public override void Execute(string sql)
    {
        using SqliteConnection connection = Open();
        connection.Execute(new CommandDefinition(sql));
    }

    public override long ReadNumber(string sql)
    {
        using SqliteConnection connection = Open();
        return connection.ExecuteScalar<long>(new CommandDefinition(sql));
    }

    public override string Literal(DateTimeOffset instant) =>
        Microseconds.FromInstant(instant).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public override void BreakForeignKey() =>
        Execute("PRAGMA foreign_keys = OFF; UPDATE Responses SET CustomerKey = 999");

    /// <summary>How SQLite would run a statement, one step a line.</summary>
    public string ReadPlan(string sql)
    {
        using SqliteConnection connection = Open();
        var parameters = new
        {
            From = 0,
            To = 0,
            AfterRespondedAt = 0,
            AfterKey = 0,
            Survey = "",
            CustomerId = "",
            Test = (bool?)null,
            SuspectedDuplicate = (bool?)null,
            AsOf = 0,
            Limit = 1,
        };
        var plan = new CommandDefinition(string.Concat("EXPLAIN QUERY PLAN ", sql), parameters);
        return string.Join('\n', connection.Query<(long, long, long, string Detail)>(plan).Select(step => step.Detail));
    }

    public override IDisposable LockOut()
    {
        SqliteConnection connection = Open();
        connection.Execute(new CommandDefinition("BEGIN IMMEDIATE"));
        return connection;
    }

    protected override void Dispose(bool disposing) => Directory.Delete(_folder, recursive: true);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }
}
