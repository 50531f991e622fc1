using CxMetrics.Storage.Connections;

namespace CxMetrics.Storage.Responses;

/// <summary>The queries behind the list and the look-up of responses: over current revisions, and over earlier ones for a past moment.</summary>
/// <remarks>Those of one customer are statements of their own, because only a plain equality can use the index over customers.</remarks>
internal static class SqlServerResponseListSql
{
    private const string Current = SqlServerResponseSql.Columns + "FROM Responses AS r" + SqlServerResponseSql.Joins;

    private const string Superseded =
        SqlServerResponseSql.Columns + "FROM SupersededResponses AS r" + SqlServerResponseSql.Joins;

    private const string ById = "WHERE so.Name = @Source AND r.Id = @Id AND r.RecordedAt <= @AsOf";

    // That the key is not null is said because the index over customers holds no others, which the server does not conclude.
    private const string OfCustomer = "WHERE cu.Name = @CustomerId AND r.CustomerKey IS NOT NULL AND ";

    private const string OfAll = "WHERE ";

    // The second condition of a place in the list repeats the first as a range, which an index can start from.
    private const string Conditions = """
        r.RespondedAt >= @From AND r.RespondedAt < @To
            AND r.RespondedAt >= @AfterRespondedAt
            AND (r.RespondedAt > @AfterRespondedAt OR r.ResponseKey > @AfterKey)
            AND (@Survey IS NULL OR su.Name = @Survey)
            AND (@Test IS NULL OR r.Test = @Test)
            AND (@SuspectedDuplicate IS NULL OR r.SuspectedDuplicate = @SuspectedDuplicate)
            AND r.RecordedAt <= @AsOf

        """;

    private const string InForce = "    AND r.Erased = 0\n";

    private const string Past = "    AND r.SupersededAt > @AsOf\n";

    private const string Page = """
        ORDER BY r.RespondedAt, r.ResponseKey
        OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
        """;

    private static readonly string[] IdNames = ["Source", "Id", "AsOf"];

    private static readonly string[] ListNames =
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

    private static readonly string[] CustomerNames = [.. ListNames, "CustomerId"];

    public static SqlServerStatement Find { get; } = new(Current + ById, IdNames);

    public static SqlServerStatement FindSuperseded { get; } =
        new(Superseded + ById + " AND r.SupersededAt > @AsOf", IdNames);

    public static SqlServerStatement List { get; } = new(Current + OfAll + Conditions + InForce + Page, ListNames);

    public static SqlServerStatement ListOfCustomer { get; } =
        new(Current + OfCustomer + Conditions + InForce + Page, CustomerNames);

    public static SqlServerStatement ListSuperseded { get; } =
        new(Superseded + OfAll + Conditions + Past + Page, ListNames);

    public static SqlServerStatement ListSupersededOfCustomer { get; } =
        new(Superseded + OfCustomer + Conditions + Past + Page, CustomerNames);
}
