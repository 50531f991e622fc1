using CxMetrics.Storage.Connections;

namespace CxMetrics.Storage.Dimensions;

/// <summary>The statement of each dimension table that adds the names it lacks, in their order, and returns the keys of all.</summary>
internal static class SqlServerDimensionSql
{
    public static SqlServerStatement Sources { get; } =
        new(
            """
            INSERT INTO Sources (Name)
            SELECT n.Name FROM @Names AS n
            WHERE NOT EXISTS (SELECT 1 FROM Sources AS d WHERE d.Name = n.Name)
            ORDER BY n.Name
            OPTION (LOOP JOIN, MAXDOP 1);
            SELECT CAST(d.SourceKey AS bigint) AS NameKey, d.Name FROM @Names AS n JOIN Sources AS d ON d.Name = n.Name;
            """,
            "Names"
        );

    public static SqlServerStatement Surveys { get; } =
        new(
            """
            INSERT INTO Surveys (Name)
            SELECT n.Name FROM @Names AS n
            WHERE NOT EXISTS (SELECT 1 FROM Surveys AS d WHERE d.Name = n.Name)
            ORDER BY n.Name
            OPTION (LOOP JOIN, MAXDOP 1);
            SELECT CAST(d.SurveyKey AS bigint) AS NameKey, d.Name FROM @Names AS n JOIN Surveys AS d ON d.Name = n.Name;
            """,
            "Names"
        );

    public static SqlServerStatement Touchpoints { get; } =
        new(
            """
            INSERT INTO Touchpoints (Name)
            SELECT n.Name FROM @Names AS n
            WHERE NOT EXISTS (SELECT 1 FROM Touchpoints AS d WHERE d.Name = n.Name)
            ORDER BY n.Name
            OPTION (LOOP JOIN, MAXDOP 1);
            SELECT CAST(d.TouchpointKey AS bigint) AS NameKey, d.Name FROM @Names AS n JOIN Touchpoints AS d ON d.Name = n.Name;
            """,
            "Names"
        );

    public static SqlServerStatement Channels { get; } =
        new(
            """
            INSERT INTO Channels (Name)
            SELECT n.Name FROM @Names AS n
            WHERE NOT EXISTS (SELECT 1 FROM Channels AS d WHERE d.Name = n.Name)
            ORDER BY n.Name
            OPTION (LOOP JOIN, MAXDOP 1);
            SELECT CAST(d.ChannelKey AS bigint) AS NameKey, d.Name FROM @Names AS n JOIN Channels AS d ON d.Name = n.Name;
            """,
            "Names"
        );

    public static SqlServerStatement Segments { get; } =
        new(
            """
            INSERT INTO Segments (Name)
            SELECT n.Name FROM @Names AS n
            WHERE NOT EXISTS (SELECT 1 FROM Segments AS d WHERE d.Name = n.Name)
            ORDER BY n.Name
            OPTION (LOOP JOIN, MAXDOP 1);
            SELECT CAST(d.SegmentKey AS bigint) AS NameKey, d.Name FROM @Names AS n JOIN Segments AS d ON d.Name = n.Name;
            """,
            "Names"
        );

    public static SqlServerStatement Customers { get; } =
        new(
            """
            INSERT INTO Customers (Name)
            SELECT n.Name FROM @Names AS n
            WHERE NOT EXISTS (SELECT 1 FROM Customers AS d WHERE d.Name = n.Name)
            ORDER BY n.Name
            OPTION (LOOP JOIN, MAXDOP 1);
            SELECT CAST(d.CustomerKey AS bigint) AS NameKey, d.Name FROM @Names AS n JOIN Customers AS d ON d.Name = n.Name;
            """,
            "Names"
        );

    public static SqlServerStatement Accounts { get; } =
        new(
            """
            INSERT INTO Accounts (Name)
            SELECT n.Name FROM @Names AS n
            WHERE NOT EXISTS (SELECT 1 FROM Accounts AS d WHERE d.Name = n.Name)
            ORDER BY n.Name
            OPTION (LOOP JOIN, MAXDOP 1);
            SELECT CAST(d.AccountKey AS bigint) AS NameKey, d.Name FROM @Names AS n JOIN Accounts AS d ON d.Name = n.Name;
            """,
            "Names"
        );
}
