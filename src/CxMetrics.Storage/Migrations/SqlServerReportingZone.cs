using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Migrations;

/// <summary>The time zone whose days the daily counts were made for, kept in the database beside them.</summary>
internal static class SqlServerReportingZone
{
    private static readonly SqlServerStatement FindValue = new(
        "SELECT s.Value FROM Settings AS s WHERE s.Name = N'ReportingTimeZone'"
    );

    private static readonly SqlServerStatement Update = new(
        "UPDATE Settings SET Value = @TimeZone WHERE Name = N'ReportingTimeZone'",
        "TimeZone"
    );

    private static readonly SqlServerStatement Insert = new(
        "INSERT INTO Settings (Name, Value) VALUES (N'ReportingTimeZone', @TimeZone)",
        "TimeZone"
    );

    public static string? Find(SqlTransaction transaction) => transaction.Query<string>(FindValue).SingleOrDefault();

    /// <summary>Sets the zone, under the lock that keeps out those who count.</summary>
    public static void Set(SqlTransaction transaction, string timeZone)
    {
        if (transaction.Execute(Update, Parameters(timeZone)) == 0)
        {
            transaction.Execute(Insert, Parameters(timeZone));
        }
    }

    private static SqlServerParameters Parameters(string timeZone) =>
        new SqlServerParameters().Text("TimeZone", timeZone);
}
