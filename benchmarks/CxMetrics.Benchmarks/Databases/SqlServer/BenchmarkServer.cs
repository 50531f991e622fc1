using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Benchmarks.Databases.SqlServer;

/// <summary>A server on which databases can be made.</summary>
/// <param name="connectionString">How to reach it; a database in it is of no account.</param>
internal sealed partial class BenchmarkServer(string connectionString)
{
    private const string MasterDatabase = "master";

    // A session that a killed service has left ends when the server notices.
    private const int MostDrops = 50;

    private static readonly TimeSpan DropPause = TimeSpan.FromMilliseconds(200);

    private readonly Lazy<string> _product = new(() =>
    {
        using SqlConnection connection = Open(connectionString, MasterDatabase);
        using var command = new SqlCommand("SELECT @@VERSION", connection);
        return ProductName().Match((string)command.ExecuteScalar()).Value;
    });

    /// <summary>What the server says it is, without release and edition.</summary>
    public string Product => _product.Value;

    /// <summary>Whether it is PostgreSQL, speaking as SQL Server does.</summary>
    public bool IsBabelfish => Product.StartsWith("Babelfish", StringComparison.Ordinal);

    public string ConnectionString(string database) => For(connectionString, database).ConnectionString;

    /// <summary>A connection past the pool: one that waits there would keep its database from being dropped.</summary>
    public SqlConnection Open(string database) => Open(connectionString, database);

    public bool Has(string database)
    {
        using SqlConnection connection = Open(MasterDatabase);
        using var command = new SqlCommand("SELECT COUNT(*) FROM sys.databases WHERE name = @Name", connection);
        command.Parameters.AddWithValue("@Name", database);
        return (int)command.ExecuteScalar() > 0;
    }

    /// <summary>Drops a database, if there is one, as soon as nobody is connected to it.</summary>
    public async Task DropAsync(string database)
    {
        SqlConnection.ClearAllPools();
        int attempt = 0;
        while (Has(database) && attempt++ < MostDrops)
        {
            try
            {
                await DropOnceAsync(database);
            }
            catch (SqlException failure) when (attempt == MostDrops)
            {
                // No exception: what the run has come to, or failed of, must not be lost for this.
                await Console.Error.WriteLineAsync($"The database {database} stays on the server: {failure.Message}");
            }
            catch (SqlException)
            {
                await Task.Delay(DropPause);
            }
        }
    }

    private async Task DropOnceAsync(string database)
    {
        const string sql = """
            DECLARE @Statement nvarchar(max) = N'DROP DATABASE ' + QUOTENAME(@Name);
            EXEC (@Statement);
            """;

        await using SqlConnection connection = Open(MasterDatabase);
        await using var command = new SqlCommand(sql, connection);
        command.Parameters.AddWithValue("@Name", database);
        await command.ExecuteNonQueryAsync();
    }

    private static SqlConnection Open(string server, string database)
    {
        SqlConnectionStringBuilder settings = For(server, database);
        settings.Pooling = false;
        var connection = new SqlConnection(settings.ConnectionString);
        connection.Open();
        return connection;
    }

    private static SqlConnectionStringBuilder For(string server, string database) =>
        new(server) { InitialCatalog = database };

    [GeneratedRegex(@"^.+?(?= with | \(| - |$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProductName();
}
