using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Migrations;

/// <summary>The time zone whose days the daily counts were made for, kept in the database beside them.</summary>
internal static class SqliteReportingZone
{
    public const string FindSql = "SELECT Value FROM Settings WHERE Name = 'ReportingTimeZone'";

    public static string? Find(SqliteConnection connection) =>
        connection.ExecuteScalar<string?>(new CommandDefinition(FindSql));

    public static void Set(SqliteConnection connection, string timeZone)
    {
        const string upsert = """
            INSERT INTO Settings (Name, Value) VALUES ('ReportingTimeZone', @timeZone)
            ON CONFLICT (Name) DO UPDATE SET Value = excluded.Value
            """;
        connection.Execute(new CommandDefinition(upsert, new { timeZone }));
    }
}
