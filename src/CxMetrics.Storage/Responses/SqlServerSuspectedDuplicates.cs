using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>Looks for responses with the content of others, many at a time: walks along the few answers of their customers within seconds.</summary>
/// <remarks>
/// Keys of several processes are not in the order of recording. So whatever is committed already counts as the earlier one of
/// two, and the look-up waits for a writer that has not decided yet instead of looking past it. One that is suspected itself is
/// a reason only when it has the earlier time, or at the same time the smaller key: no two can be each other's reason.
/// </remarks>
internal static class SqlServerSuspectedDuplicates
{
    private const string Columns = """
        SELECT
            n.ResponseKey, n.RecordedAt, o.ResponseKey AS OtherKey, o.SuspectedDuplicate AS OtherIsSuspected,
            o.RespondedAt AS OtherRespondedAt, o.RecordedAt AS OtherRecordedAt
        FROM @ResponseKeys AS k

        """;

    // The same by SuspectedDuplicates; lengths too, because SQL Server takes no notice of spaces at the end.
    private const string JoinSame = """

        JOIN Responses AS o WITH (READCOMMITTEDLOCK)
            ON o.CustomerKey = n.CustomerKey
            AND o.RespondedAt >= DATEADD(second, -5, n.RespondedAt) AND o.RespondedAt <= DATEADD(second, 5, n.RespondedAt)
        LEFT JOIN ResponseDetails AS nd ON nd.ResponseKey = n.ResponseKey
        LEFT JOIN ResponseDetails AS od ON od.ResponseKey = o.ResponseKey
        WHERE o.CustomerKey IS NOT NULL AND o.ResponseKey <> n.ResponseKey AND n.Test = 0 AND o.Test = 0
            AND o.SurveyKey = n.SurveyKey AND o.HasMoreAnswers = n.HasMoreAnswers
            AND COALESCE(o.QuestionKey, 0) = COALESCE(n.QuestionKey, 0) AND COALESCE(o.Score, 0) = COALESCE(n.Score, 0)
            AND COALESCE(o.TouchpointKey, 0) = COALESCE(n.TouchpointKey, 0)
            AND COALESCE(o.ChannelKey, 0) = COALESCE(n.ChannelKey, 0)
            AND COALESCE(o.SegmentKey, 0) = COALESCE(n.SegmentKey, 0)
            AND COALESCE(od.Comment, N'') = COALESCE(nd.Comment, N'')
            AND DATALENGTH(COALESCE(od.Comment, N'')) = DATALENGTH(COALESCE(nd.Comment, N''))
            AND NOT EXISTS (
                SELECT a.Ordinal, a.QuestionKey, a.Score FROM FurtherAnswers AS a WHERE a.ResponseKey = n.ResponseKey
                EXCEPT
                SELECT b.Ordinal, b.QuestionKey, b.Score FROM FurtherAnswers AS b WHERE b.ResponseKey = o.ResponseKey)
            AND NOT EXISTS (
                SELECT b.Ordinal, b.QuestionKey, b.Score FROM FurtherAnswers AS b WHERE b.ResponseKey = o.ResponseKey
                EXCEPT
                SELECT a.Ordinal, a.QuestionKey, a.Score FROM FurtherAnswers AS a WHERE a.ResponseKey = n.ResponseKey)

        """;

    private const string InOrder = "OPTION (LOOP JOIN, FORCE ORDER, MAXDOP 1)";

    private static readonly SqlServerStatement FindMatchesOfCurrent = new(
        Columns + "JOIN Responses AS n ON n.ResponseKey = k.RowKey" + JoinSame + InOrder,
        "ResponseKeys"
    );

    private static readonly SqlServerStatement FindSuspectsOfSuperseded = new(
        Columns
            + "JOIN SupersededResponses AS n ON n.ResponseKey = k.RowKey"
            + JoinSame
            + "    AND o.SuspectedDuplicate = 1\nORDER BY n.ResponseKey, o.ResponseKey\n"
            + InOrder,
        "ResponseKeys"
    );

    private static readonly SqlServerStatement MarkSuspects = new(
        """
        UPDATE r SET SuspectedDuplicate = 1
        FROM @ResponseKeys AS k
        JOIN Responses AS r ON r.ResponseKey = k.RowKey
        OPTION (LOOP JOIN, FORCE ORDER, MAXDOP 1)
        """,
        "ResponseKeys"
    );

    /// <summary>Marks those of the rows just written that repeat another response.</summary>
    /// <param name="transaction">The group's transaction.</param>
    /// <param name="written">Facts whose rows and parts are written.</param>
    /// <param name="order">The place of each key in the group: of two written together the later one is suspected.</param>
    /// <returns>The keys of the rows marked.</returns>
    public static HashSet<long> Mark(SqlTransaction transaction, IEnumerable<WriteFact> written, Func<long, int> order)
    {
        HashSet<long> keys =
        [
            .. written.Where(fact => SuspectedDuplicates.Concerns(fact.Response)).Select(fact => fact.ResponseKey),
        ];
        var suspects = new HashSet<long>();
        foreach (SqlServerMatchRow match in Find(transaction, FindMatchesOfCurrent, keys).OrderBy(Place))
        {
            bool isLater = !keys.Contains(match.OtherKey) || order(match.OtherKey) < Place(match);
            if (isLater && IsReason(match))
            {
                suspects.Add(match.ResponseKey);
            }
        }

        if (suspects.Count > 0)
        {
            transaction.Execute(MarkSuspects, Keys(suspects));
        }

        return suspects;

        int Place(SqlServerMatchRow match) => order(match.ResponseKey);

        bool IsReason(SqlServerMatchRow match) =>
            match.OtherIsEarlier || !(match.OtherIsSuspected || suspects.Contains(match.OtherKey));
    }

    /// <summary>The suspected responses that say the same as revisions no longer in force.</summary>
    public static List<SqlServerMatchRow> FindDependants(
        SqlTransaction transaction,
        IReadOnlyCollection<long> former
    ) => Find(transaction, FindSuspectsOfSuperseded, former);

    /// <summary>Whether a suspected response still repeats another.</summary>
    public static bool HasOriginal(SqlTransaction transaction, long responseKey) =>
        Find(transaction, FindMatchesOfCurrent, [responseKey])
            .Exists(match => match.OtherIsEarlier || !match.OtherIsSuspected);

    private static List<SqlServerMatchRow> Find(
        SqlTransaction transaction,
        SqlServerStatement statement,
        IReadOnlyCollection<long> keys
    ) => keys.Count == 0 ? [] : transaction.Query<SqlServerMatchRow>(statement, Keys(keys));

    private static SqlServerParameters Keys(IEnumerable<long> keys) =>
        new SqlServerParameters().Table("ResponseKeys", SqlServerResponseSql.ToKeyRows(keys));
}
