using CxMetrics.Storage.Connections;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Rows that refer to a missing row: table, key, table referred to. The server enforces this unless somebody told it not to.</summary>
internal static class SqlServerForeignKeyChecks
{
    private static readonly SqlServerStatement Responses = new(
        """
        SELECT N'Responses', CAST(r.ResponseKey AS bigint), N'Sources' FROM Responses AS r
        WHERE NOT EXISTS (SELECT 1 FROM Sources AS p WHERE p.SourceKey = r.SourceKey)
        UNION ALL
        SELECT N'Responses', CAST(r.ResponseKey AS bigint), N'Surveys' FROM Responses AS r
        WHERE NOT EXISTS (SELECT 1 FROM Surveys AS p WHERE p.SurveyKey = r.SurveyKey)
        UNION ALL
        SELECT N'Responses', CAST(r.ResponseKey AS bigint), N'Questions' FROM Responses AS r
        WHERE r.QuestionKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Questions AS p WHERE p.QuestionKey = r.QuestionKey)
        UNION ALL
        SELECT N'Responses', CAST(r.ResponseKey AS bigint), N'Touchpoints' FROM Responses AS r
        WHERE r.TouchpointKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Touchpoints AS p WHERE p.TouchpointKey = r.TouchpointKey)
        UNION ALL
        SELECT N'Responses', CAST(r.ResponseKey AS bigint), N'Channels' FROM Responses AS r
        WHERE r.ChannelKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Channels AS p WHERE p.ChannelKey = r.ChannelKey)
        UNION ALL
        SELECT N'Responses', CAST(r.ResponseKey AS bigint), N'Segments' FROM Responses AS r
        WHERE r.SegmentKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Segments AS p WHERE p.SegmentKey = r.SegmentKey)
        UNION ALL
        SELECT N'Responses', CAST(r.ResponseKey AS bigint), N'Customers' FROM Responses AS r
        WHERE r.CustomerKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Customers AS p WHERE p.CustomerKey = r.CustomerKey)
        UNION ALL
        SELECT N'Responses', CAST(r.ResponseKey AS bigint), N'Accounts' FROM Responses AS r
        WHERE r.AccountKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Accounts AS p WHERE p.AccountKey = r.AccountKey)
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement SupersededResponses = new(
        """
        SELECT N'SupersededResponses', CAST(r.ResponseKey AS bigint), N'Sources' FROM SupersededResponses AS r
        WHERE NOT EXISTS (SELECT 1 FROM Sources AS p WHERE p.SourceKey = r.SourceKey)
        UNION ALL
        SELECT N'SupersededResponses', CAST(r.ResponseKey AS bigint), N'Surveys' FROM SupersededResponses AS r
        WHERE NOT EXISTS (SELECT 1 FROM Surveys AS p WHERE p.SurveyKey = r.SurveyKey)
        UNION ALL
        SELECT N'SupersededResponses', CAST(r.ResponseKey AS bigint), N'Questions' FROM SupersededResponses AS r
        WHERE r.QuestionKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Questions AS p WHERE p.QuestionKey = r.QuestionKey)
        UNION ALL
        SELECT N'SupersededResponses', CAST(r.ResponseKey AS bigint), N'Touchpoints' FROM SupersededResponses AS r
        WHERE r.TouchpointKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Touchpoints AS p WHERE p.TouchpointKey = r.TouchpointKey)
        UNION ALL
        SELECT N'SupersededResponses', CAST(r.ResponseKey AS bigint), N'Channels' FROM SupersededResponses AS r
        WHERE r.ChannelKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Channels AS p WHERE p.ChannelKey = r.ChannelKey)
        UNION ALL
        SELECT N'SupersededResponses', CAST(r.ResponseKey AS bigint), N'Segments' FROM SupersededResponses AS r
        WHERE r.SegmentKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Segments AS p WHERE p.SegmentKey = r.SegmentKey)
        UNION ALL
        SELECT N'SupersededResponses', CAST(r.ResponseKey AS bigint), N'Customers' FROM SupersededResponses AS r
        WHERE r.CustomerKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Customers AS p WHERE p.CustomerKey = r.CustomerKey)
        UNION ALL
        SELECT N'SupersededResponses', CAST(r.ResponseKey AS bigint), N'Accounts' FROM SupersededResponses AS r
        WHERE r.AccountKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Accounts AS p WHERE p.AccountKey = r.AccountKey)
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement Others = new(
        """
        SELECT N'Questions', CAST(r.QuestionKey AS bigint), N'Surveys' FROM Questions AS r
        WHERE NOT EXISTS (SELECT 1 FROM Surveys AS p WHERE p.SurveyKey = r.SurveyKey)
        UNION ALL
        SELECT N'FurtherAnswers', CAST(r.ResponseKey AS bigint), N'Questions' FROM FurtherAnswers AS r
        WHERE NOT EXISTS (SELECT 1 FROM Questions AS p WHERE p.QuestionKey = r.QuestionKey)
        UNION ALL
        SELECT N'DailyCounts', CAST(r.QuestionKey AS bigint), N'Questions' FROM DailyCounts AS r
        WHERE NOT EXISTS (SELECT 1 FROM Questions AS p WHERE p.QuestionKey = r.QuestionKey)
        """
    )
    {
        IsLong = true,
    };

    public static IReadOnlyList<SqlServerStatement> All { get; } = [Responses, SupersededResponses, Others];
}
