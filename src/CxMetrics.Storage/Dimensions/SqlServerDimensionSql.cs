using CxMetrics.Storage.Connections;

namespace CxMetrics.Storage.Dimensions;

/// <summary>The statement of each dimension table that adds the names it lacks, in their order, and returns the keys of all.</summary>
internal static class SqlServerDimensionSql
{
    public static SqlServerStatement Sources { get; } = FindOrAdd("Sources", "SourceKey");

    public static SqlServerStatement Surveys { get; } = FindOrAdd("Surveys", "SurveyKey");

    public static SqlServerStatement Touchpoints { get; } = FindOrAdd("Touchpoints", "TouchpointKey");

    public static SqlServerStatement Channels { get; } = FindOrAdd("Channels", "ChannelKey");

    public static SqlServerStatement Segments { get; } = FindOrAdd("Segments", "SegmentKey");

    public static SqlServerStatement Customers { get; } = FindOrAdd("Customers", "CustomerKey");

    public static SqlServerStatement Accounts { get; } = FindOrAdd("Accounts", "AccountKey");

    private static SqlServerStatement FindOrAdd(string table, string key) =>
        new(
            $"""
            INSERT INTO {table} (Name)
            SELECT n.Name FROM @Names AS n
            WHERE NOT EXISTS (SELECT 1 FROM {table} AS d WHERE d.Name = n.Name)
            ORDER BY n.Name
            OPTION (LOOP JOIN, MAXDOP 1);
            SELECT CAST(d.{key} AS bigint) AS NameKey, d.Name FROM @Names AS n JOIN {table} AS d ON d.Name = n.Name;
            """,
            "Names"
        );
}
