using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Tests.SqlServer;

/// <summary>A database of one test on the server named by CXMETRICS_TEST_SQLSERVER: a connection string without a database.</summary>
public sealed class SqlServerTestDatabase : TestDatabase
{
    public const string Variable = "CXMETRICS_TEST_SQLSERVER";

    private static readonly Lazy<bool> IsBabelfish = new(() =>
        Scalar<string>("master", "SELECT @@VERSION").Contains("Babelfish", StringComparison.OrdinalIgnoreCase)
    );

    private readonly string _name = $"cxmetrics_{Guid.NewGuid():N}";

    public SqlServerTestDatabase()
    {
        if (Server.Length == 0)
        {
            Assert.Ignore($"{Variable} names no SQL Server to test on.");
        }
    }

    public override IDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = "SqlServer",
            ["Storage:ConnectionString"] = ConnectionString,
        };

    public string ConnectionString => For(_name);

    // PostgreSQL cannot keep a NUL in a text, and Babelfish takes an apostrophe in a table-valued parameter for the end of it.
    public override string HardComment =>
        IsBabelfish.Value ? Some.HardComment.Replace('\0', '\u0001').Replace('\'', '’') : Some.HardComment;

    private static string Server => Environment.GetEnvironmentVariable(Variable) ?? "";

    public override void Execute(string sql)
    {
        using SqlConnection connection = Open(_name);
        connection.Execute(new CommandDefinition(sql));
    }

    public override long ReadNumber(string sql) => Scalar<long>(_name, sql);

    public override string Literal(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("\\'yyyy-MM-dd'T'HH:mm:ss.ffffff\\'", CultureInfo.InvariantCulture);

    public override void BreakForeignKey() =>
        Execute(
            "ALTER TABLE Responses DROP CONSTRAINT FK_Responses_Customers; UPDATE Responses SET CustomerKey = 999;"
        );

    /// <summary>Holds the lock that a rebuild of the daily counts would hold.</summary>
    public override IDisposable LockOut()
    {
        SqlConnection connection = Open(_name);
        connection.Execute(
            new CommandDefinition(
                $"""
                EXEC sp_getapplock
                    @Resource = N'CxMetrics.DailyCounts.{_name}', @LockMode = N'Exclusive', @LockOwner = N'Session',
                    @LockTimeout = 10000;
                """
            )
        );
        return connection;
    }

    protected override void Dispose(bool disposing)
    {
        SqlConnection.ClearAllPools();
        int attempt = 0;
        while (Server.Length > 0 && Exists())
        {
            attempt++;
            try
            {
                using SqlConnection connection = Open("master");
                connection.Execute(new CommandDefinition($"DROP DATABASE {_name}"));
            }
            catch (SqlException) when (attempt < 50)
            {
                // A connection that was just closed may not have ended on the server.
            }
        }
    }

    private bool Exists() => Scalar<int>("master", $"SELECT COUNT(*) FROM sys.databases WHERE name = '{_name}'") > 0;

    private static T Scalar<T>(string database, string sql)
    {
        using SqlConnection connection = Open(database);
        return connection.ExecuteScalar<T>(new CommandDefinition(sql))!;
    }

    // Without the pool: a connection that waits there would keep its database from being dropped.
    private static SqlConnection Open(string database)
    {
        var connection = new SqlConnection(
            new SqlConnectionStringBuilder(For(database)) { Pooling = false }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    private static string For(string database) =>
        new SqlConnectionStringBuilder(Server) { InitialCatalog = database }.ConnectionString;
}
