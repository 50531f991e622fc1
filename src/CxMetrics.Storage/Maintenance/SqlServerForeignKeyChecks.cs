using CxMetrics.Storage.Connections;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Rows that refer to a missing row: table, key, table referred to. The server enforces this unless somebody told it not to.</summary>
internal static class SqlServerForeignKeyChecks
{
    private static readonly (string Column, string Table)[] OfResponses =
    [
        ("SourceKey", "Sources"),
        ("SurveyKey", "Surveys"),
        ("QuestionKey", "Questions"),
        ("TouchpointKey", "Touchpoints"),
        ("ChannelKey", "Channels"),
        ("SegmentKey", "Segments"),
        ("CustomerKey", "Customers"),
        ("AccountKey", "Accounts"),
    ];

    private static readonly SqlServerStatement Responses = Find("Responses", "ResponseKey", OfResponses);

    private static readonly SqlServerStatement SupersededResponses = Find(
        "SupersededResponses",
        "ResponseKey",
        OfResponses
    );

    private static readonly SqlServerStatement Questions = Find("Questions", "QuestionKey", ("SurveyKey", "Surveys"));

    private static readonly SqlServerStatement FurtherAnswers = Find(
        "FurtherAnswers",
        "ResponseKey",
        ("QuestionKey", "Questions")
    );

    private static readonly SqlServerStatement DailyCounts = Find(
        "DailyCounts",
        "QuestionKey",
        ("QuestionKey", "Questions")
    );

    public static IReadOnlyList<SqlServerStatement> All { get; } =
    [Responses, SupersededResponses, Questions, FurtherAnswers, DailyCounts];

    private static SqlServerStatement Find(
        string table,
        string key,
        params (string Column, string Table)[] references
    ) =>
        new(string.Join("\nUNION ALL\n", references.Select(reference => SelectOrphans(table, key, reference))))
        {
            IsLong = true,
        };

    private static string SelectOrphans(string table, string key, (string Column, string Table) reference) =>
        $"""
            SELECT N'{table}', CAST(r.{key} AS bigint), N'{reference.Table}' FROM {table} AS r
            WHERE r.{reference.Column} IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM {reference.Table} AS p WHERE p.{reference.Column} = r.{reference.Column})
            """;
}
