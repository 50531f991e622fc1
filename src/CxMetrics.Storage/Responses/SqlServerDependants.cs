using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>Judges those again that were suspected for the sake of a revision no longer in force.</summary>
internal sealed class SqlServerDependants(
    SqlTransaction transaction,
    SqlServerKeyBlocks blocks,
    AnswerCounter counter,
    long now
)
{
    private static readonly SqlServerStatement CopyAnswers = new(
        """
        INSERT INTO FurtherAnswers (ResponseKey, Ordinal, QuestionKey, Score)
        SELECT @CopyKey, f.Ordinal, f.QuestionKey, f.Score FROM FurtherAnswers AS f WHERE f.ResponseKey = @ResponseKey
        """,
        "CopyKey",
        "ResponseKey"
    );

    private static readonly SqlServerStatement CopyDetails = new(
        """
        INSERT INTO ResponseDetails (ResponseKey, Comment, Locale, Attributes)
        SELECT @CopyKey, d.Comment, d.Locale, d.Attributes FROM ResponseDetails AS d WHERE d.ResponseKey = @ResponseKey
        """,
        "CopyKey",
        "ResponseKey"
    );

    private static readonly SqlServerStatement CopyRow = new(
        """
        INSERT INTO SupersededResponses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails,
            SuspectedDuplicate, SupersededAt)
        SELECT
            @CopyKey, r.SourceKey, r.Id, r.SurveyKey, r.QuestionKey, r.Score, r.TouchpointKey, r.ChannelKey, r.SegmentKey,
            r.CustomerKey, r.AccountKey, r.RespondedAt, r.RecordedAt, r.Complete, r.Test, r.HasMoreAnswers, r.HasDetails,
            r.SuspectedDuplicate, @SupersededAt
        FROM Responses AS r WITH (UPDLOCK, ROWLOCK)
        WHERE r.ResponseKey = @ResponseKey AND r.SuspectedDuplicate = 1
        """,
        "CopyKey",
        "SupersededAt",
        "ResponseKey"
    );

    private static readonly SqlServerStatement ClearSuspicion = new(
        """
        UPDATE Responses SET SuspectedDuplicate = 0, RecordedAt = @RecordedAt
        WHERE ResponseKey = @ResponseKey AND SuspectedDuplicate = 1
        """,
        "RecordedAt",
        "ResponseKey"
    );

    /// <summary>Takes the suspicion off those that have lost their only reason, each as a new revision.</summary>
    public void Judge(IReadOnlyList<KeyedRevision> formers)
    {
        Dictionary<long, KeyedRevision> byKey = formers
            .Where(former => SuspectedDuplicates.Concerns(former.Revision.Response))
            .ToDictionary(former => former.Revision.ResponseKey);
        List<SqlServerMatchRow> dependants = SqlServerSuspectedDuplicates.FindDependants(transaction, byKey.Keys);
        // One by one: whoever is cleared may be the original of the next.
        foreach (SqlServerMatchRow match in dependants.Where(IsWithoutOriginal))
        {
            Clear(match, byKey[match.ResponseKey]);
        }
    }

    private bool IsWithoutOriginal(SqlServerMatchRow suspect) =>
        !SqlServerSuspectedDuplicates.HasOriginal(transaction, suspect.OtherKey);

    // The history gets a copy of the row as it was; the row itself keeps its key.
    private void Clear(SqlServerMatchRow suspect, KeyedRevision former)
    {
        DateTimeOffset at = Microseconds.ToInstant(
            Math.Max(now, Microseconds.FromInstant(Utc(suspect.OtherRecordedAt)))
        );
        long copyKey = blocks.Next(transaction);
        int copied = transaction.Execute(CopyRow, ToCopy(suspect, copyKey).Instant("SupersededAt", at));
        if (copied == 0)
        {
            // Two revisions that went had the same reason; it was cleared for the first of them.
            return;
        }

        transaction.Execute(CopyAnswers, ToCopy(suspect, copyKey));
        transaction.Execute(CopyDetails, ToCopy(suspect, copyKey));
        int cleared = transaction.Execute(
            ClearSuspicion,
            new SqlServerParameters().BigInt("ResponseKey", suspect.OtherKey).Instant("RecordedAt", at)
        );
        if (cleared == 0)
        {
            // Only where locks do not hold what they promise.
            throw new StorageFaultException(StorageFault.Collision, "Another writer revised a suspected duplicate.");
        }

        // What makes them match is the same in both, except for the time.
        SurveyResponse response = former.Revision.Response with
        {
            RespondedAt = Utc(suspect.OtherRespondedAt),
        };
        counter.Count(response, former.Keys, AnswerExclusion.SuspectedDuplicate, change: -1);
        counter.Count(response, former.Keys, exclusion: null, change: 1);
    }

    private static SqlServerParameters ToCopy(SqlServerMatchRow suspect, long copyKey) =>
        new SqlServerParameters().BigInt("ResponseKey", suspect.OtherKey).BigInt("CopyKey", copyKey);

    private static DateTimeOffset Utc(DateTime stored) => new(stored, TimeSpan.Zero);
}
