namespace CxMetrics.Storage.Dimensions;

/// <summary>The statements of one dimension table.</summary>
internal sealed record DimensionSql(string Find, string Insert)
{
    public static DimensionSql Sources { get; } =
        new(
            "SELECT SourceKey FROM Sources WHERE Name = @Name",
            "INSERT INTO Sources (Name) VALUES (@Name) ON CONFLICT (Name) DO NOTHING"
        );

    public static DimensionSql Surveys { get; } =
        new(
            "SELECT SurveyKey FROM Surveys WHERE Name = @Name",
            "INSERT INTO Surveys (Name) VALUES (@Name) ON CONFLICT (Name) DO NOTHING"
        );

    public static DimensionSql Touchpoints { get; } =
        new(
            "SELECT TouchpointKey FROM Touchpoints WHERE Name = @Name",
            "INSERT INTO Touchpoints (Name) VALUES (@Name) ON CONFLICT (Name) DO NOTHING"
        );

    public static DimensionSql Channels { get; } =
        new(
            "SELECT ChannelKey FROM Channels WHERE Name = @Name",
            "INSERT INTO Channels (Name) VALUES (@Name) ON CONFLICT (Name) DO NOTHING"
        );

    public static DimensionSql Segments { get; } =
        new(
            "SELECT SegmentKey FROM Segments WHERE Name = @Name",
            "INSERT INTO Segments (Name) VALUES (@Name) ON CONFLICT (Name) DO NOTHING"
        );

    public static DimensionSql Customers { get; } =
        new(
            "SELECT CustomerKey FROM Customers WHERE Name = @Name",
            "INSERT INTO Customers (Name) VALUES (@Name) ON CONFLICT (Name) DO NOTHING"
        );

    public static DimensionSql Accounts { get; } =
        new(
            "SELECT AccountKey FROM Accounts WHERE Name = @Name",
            "INSERT INTO Accounts (Name) VALUES (@Name) ON CONFLICT (Name) DO NOTHING"
        );
}
