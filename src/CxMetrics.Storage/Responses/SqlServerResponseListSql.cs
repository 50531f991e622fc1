using CxMetrics.Storage.Connections;

namespace CxMetrics.Storage.Responses;

/// <summary>The queries behind the list and the look-up of responses: over current revisions, and over earlier ones for a past moment.</summary>
/// <remarks>Those of one customer are statements of their own, because only a plain equality can use the index over customers.</remarks>
internal static class SqlServerResponseListSql
{
    private const string SelectCurrent =
        SqlServerResponseSql.Columns + "FROM Responses AS r" + SqlServerResponseSql.Joins;

    private const string SelectSuperseded =
        SqlServerResponseSql.Columns + "FROM SupersededResponses AS r" + SqlServerResponseSql.Joins;

    private const string ById = "WHERE so.Name = @Source AND r.Id = @Id AND r.RecordedAt <= @AsOf\n";

    // The second condition of a place in the list repeats the first as a range, which an index can start from.
    private const string Listed = """
        WHERE r.RespondedAt >= @From AND r.RespondedAt < @To
            AND r.RespondedAt >= @AfterRespondedAt
            AND (r.RespondedAt > @AfterRespondedAt OR r.ResponseKey > @AfterKey)
            AND (@Survey IS NULL OR su.Name = @Survey)
            AND (@Test IS NULL OR r.Test = @Test)
            AND (@SuspectedDuplicate IS NULL OR r.SuspectedDuplicate = @SuspectedDuplicate)
            AND r.RecordedAt <= @AsOf

        """;

    private const string OfCustomer = "AND cu.Name = @CustomerId\n";

    private const string NotErased = "AND r.Erased = 0\n";

    private const string InForce = "AND r.SupersededAt > @AsOf\n";

    private const string Page = """
        ORDER BY r.RespondedAt, r.ResponseKey
        OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
        """;

    private static readonly string[] Filters =
    [
        "From",
        "To",
        "AfterRespondedAt",
        "AfterKey",
        "Survey",
        "Test",
        "SuspectedDuplicate",
        "AsOf",
        "Limit",
    ];

    public static SqlServerStatement Find { get; } = new(SelectCurrent + ById, "Source", "Id", "AsOf");

    public static SqlServerStatement FindSuperseded { get; } =
        new(SelectSuperseded + ById + InForce, "Source", "Id", "AsOf");

    public static SqlServerStatement List { get; } = new(SelectCurrent + Listed + NotErased + Page, Filters);

    public static SqlServerStatement ListOfCustomer { get; } =
        new(SelectCurrent + Listed + OfCustomer + NotErased + Page, [.. Filters, "CustomerId"]);

    public static SqlServerStatement ListSuperseded { get; } = new(SelectSuperseded + Listed + InForce + Page, Filters);

    public static SqlServerStatement ListSupersededOfCustomer { get; } =
        new(SelectSuperseded + Listed + OfCustomer + InForce + Page, [.. Filters, "CustomerId"]);
}
