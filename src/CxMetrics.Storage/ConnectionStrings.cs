using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage;

/// <summary>What is wrong with a connection string, in one sentence; null when nothing is.</summary>
internal static class ConnectionStrings
{
    private const string SqlServerExample =
        "for example \"Server=localhost;Database=cxmetrics;Integrated Security=true\"";

    public static string? FindSqliteFailure(string setting, string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            return IsFile(builder)
                ? null
                : $"{setting} must name a file, for example \"Data Source=data/cxmetrics.db\".";
        }
        catch (ArgumentException wrong)
        {
            return $"{setting} is not a SQLite connection string: {wrong.Message}";
        }
    }

    public static string? FindSqlServerFailure(string setting, string connectionString)
    {
        try
        {
            var builder = new SqlConnectionStringBuilder(connectionString);
            bool isComplete =
                !string.IsNullOrWhiteSpace(builder.DataSource) && !string.IsNullOrWhiteSpace(builder.InitialCatalog);
            return isComplete ? null : $"{setting} must name a server and a database, {SqlServerExample}.";
        }
        // The builder reports a value it cannot read in any of three ways.
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidOperationException)
        {
            return $"{setting} is not a SQL Server connection string: {wrong.Message}";
        }
    }

    // A database in memory would lose every fact it had confirmed.
    private static bool IsFile(SqliteConnectionStringBuilder builder) =>
        !string.IsNullOrWhiteSpace(builder.DataSource)
        && builder.Mode != SqliteOpenMode.Memory
        && !builder.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase);
}
