using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>Finds the current revisions that new ones collide with, and moves them into history.</summary>
internal static class SqlServerResponseRevisions
{
    private const string JoinCurrent =
        "\nJOIN Responses AS r WITH (UPDLOCK, ROWLOCK) ON r.SourceKey = n.SourceKey AND r.Id = n.Id AND r.ResponseKey <> n.ResponseKey";

    private static readonly SqlServerStatement FindGiven = new(
        SqlServerResponseSql.Columns + "FROM @Responses AS n" + JoinCurrent + SqlServerResponseSql.Joins,
        "Responses"
    );

    private static readonly SqlServerStatement FindStaged = new(
        SqlServerResponseSql.Columns
            + "FROM StagedResponses AS n"
            + JoinCurrent
            + SqlServerResponseSql.Joins
            + "WHERE n.Batch = @Batch",
        "Batch"
    );

    private static readonly SqlServerStatement FindNamed = new(
        SqlServerResponseSql.Columns
            + "FROM Responses AS r WITH (UPDLOCK, ROWLOCK)"
            + SqlServerResponseSql.Joins
            + "WHERE so.Name = @Source AND r.Id = @Id",
        "Source",
        "Id"
    );

    // Answers after the first and details stay where they are, under the key that the old revision keeps.
    private static readonly SqlServerStatement CopyToHistory = new(
        """
        INSERT INTO SupersededResponses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails,
            SuspectedDuplicate, SupersededAt)
        OUTPUT inserted.ResponseKey, inserted.RecordedAt
        SELECT
            r.ResponseKey, r.SourceKey, r.Id, r.SurveyKey, r.QuestionKey, r.Score, r.TouchpointKey, r.ChannelKey, r.SegmentKey,
            r.CustomerKey, r.AccountKey, r.RespondedAt, r.RecordedAt, r.Complete, r.Test, r.HasMoreAnswers, r.HasDetails,
            r.SuspectedDuplicate, @SupersededAt
        FROM @ResponseKeys AS k
        JOIN Responses AS r ON r.ResponseKey = k.RowKey
        OPTION (LOOP JOIN, FORCE ORDER, MAXDOP 1)
        """,
        "ResponseKeys",
        "SupersededAt"
    );

    private static readonly SqlServerStatement DeleteCurrent = new(
        """
        DELETE r
        FROM @ResponseKeys AS k
        JOIN SupersededResponses AS s ON s.ResponseKey = k.RowKey
        JOIN Responses AS r WITH (ROWLOCK) ON r.ResponseKey = s.ResponseKey AND r.RecordedAt = s.RecordedAt
        OPTION (LOOP JOIN, FORCE ORDER, MAXDOP 1)
        """,
        "ResponseKeys"
    );

    /// <summary>The current revisions under the sources and ids of rows that were not new, by source key and id.</summary>
    public static Dictionary<(long SourceKey, string Id), KeyedRevision> FindCurrent(
        SqlTransaction transaction,
        SqlServerRows rows,
        long? batch
    )
    {
        List<SqlServerResponseRow> found = batch is null
            ? transaction.Query<SqlServerResponseRow>(FindGiven, new SqlServerParameters().Table("Responses", rows))
            : transaction.Query<SqlServerResponseRow>(FindStaged, new SqlServerParameters().BigInt("Batch", batch));
        ILookup<long, SqlServerFurtherAnswerRow> further = ReadFurther(transaction, found);
        return found.ToDictionary(
            row => (row.SourceKey, row.Id),
            row => KeyedRevision.From(row, further[row.ResponseKey])
        );
    }

    /// <summary>The current revision under a source and id, or the mark of its erasure; null when there is none.</summary>
    public static KeyedRevision? Find(SqlTransaction transaction, string source, string id)
    {
        SqlServerParameters parameters = new SqlServerParameters().Text("Source", source).Text("Id", id);
        List<SqlServerResponseRow> found = transaction.Query<SqlServerResponseRow>(FindNamed, parameters);
        return found.Count == 0
            ? null
            : KeyedRevision.From(found[0], ReadFurther(transaction, found)[found[0].ResponseKey]);
    }

    /// <summary>Moves current revisions into history, as they were read.</summary>
    public static void Supersede(
        SqlTransaction transaction,
        IReadOnlyCollection<CurrentRevision> revisions,
        DateTimeOffset supersededAt
    )
    {
        long[] keys = [.. revisions.Select(revision => revision.ResponseKey)];
        Dictionary<long, long> moved = transaction
            .Query<SqlServerMovedRow>(
                CopyToHistory,
                new SqlServerParameters()
                    .Table("ResponseKeys", SqlServerResponseSql.ToKeyRows(keys))
                    .Instant("SupersededAt", supersededAt)
            )
            .ToDictionary(row => row.ResponseKey, row => row.RecordedAtMicroseconds);
        int deleted = transaction.Execute(
            DeleteCurrent,
            new SqlServerParameters().Table("ResponseKeys", SqlServerResponseSql.ToKeyRows(keys))
        );
        if (deleted < keys.Length || revisions.Any(read => moved[read.ResponseKey] != read.RecordedAt))
        {
            // Only where locks do not hold what they promise; the rows are then another writer's to revise.
            throw new StorageFaultException(StorageFault.Collision, "Another writer revised the same responses.");
        }
    }

    private static ILookup<long, SqlServerFurtherAnswerRow> ReadFurther(
        SqlTransaction transaction,
        List<SqlServerResponseRow> rows
    )
    {
        long[] keys = [.. rows.Where(row => row.HasMoreAnswers != 0).Select(row => row.ResponseKey)];
        List<SqlServerFurtherAnswerRow> further =
            keys.Length == 0
                ? []
                : transaction.Query<SqlServerFurtherAnswerRow>(
                    SqlServerResponseSql.FurtherAnswers,
                    new SqlServerParameters().Table("ResponseKeys", SqlServerResponseSql.ToKeyRows(keys))
                );
        return further.ToLookup(answer => answer.ResponseKey);
    }
}
