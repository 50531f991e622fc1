namespace CxMetrics.Storage.Responses;

/// <summary>The queries behind the list and the look-up of responses: over current revisions, and over earlier ones for a past moment.</summary>
/// <remarks>Those of one customer are statements of their own, because only a plain equality can use the index over customers.</remarks>
internal static class SqliteResponseListSql
{
    public const string Find = SqliteResponseSql.SelectResponses + ById + "AND r.RecordedAt <= @AsOf";

    public const string FindSuperseded =
        SqliteResponseSql.SelectSuperseded + ById + "AND r.RecordedAt <= @AsOf AND r.SupersededAt > @AsOf";

    public const string List = SqliteResponseSql.SelectResponses + "WHERE " + Conditions + Current + Page;

    public const string ListOfCustomer = SqliteResponseSql.SelectResponses + OfCustomer + Conditions + Current + Page;

    public const string ListSuperseded = SqliteResponseSql.SelectSuperseded + "WHERE " + Conditions + Past + Page;

    public const string ListSupersededOfCustomer =
        SqliteResponseSql.SelectSuperseded + OfCustomer + Conditions + Past + Page;

    private const string ById = """
        WHERE r.SourceKey = (SELECT SourceKey FROM Sources WHERE Name = @Source) AND r.Id = @Id

        """;

    private const string OfCustomer = """
        WHERE r.CustomerKey = (SELECT CustomerKey FROM Customers WHERE Name = @CustomerId) AND

        """;

    private const string Conditions = """
        r.RespondedAt >= @From AND r.RespondedAt < @To
            AND (r.RespondedAt, r.ResponseKey) > (@AfterRespondedAt, @AfterKey)
            AND (@Survey IS NULL OR r.SurveyKey = (SELECT SurveyKey FROM Surveys WHERE Name = @Survey))
            AND (@Test IS NULL OR r.Test = @Test)
            AND (@SuspectedDuplicate IS NULL OR r.SuspectedDuplicate = @SuspectedDuplicate)
            AND r.RecordedAt <= @AsOf

        """;

    private const string Current = "AND r.Erased = 0\n";

    private const string Past = "AND r.SupersededAt > @AsOf\n";

    private const string Page = """
        ORDER BY r.RespondedAt, r.ResponseKey
        LIMIT @Limit
        """;
}
