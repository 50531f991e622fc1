using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>Takes what identifies anybody out of the revisions of a response, and leaves the mark of its erasure.</summary>
internal sealed class SqlServerErasures(
    SqlTransaction transaction,
    SqlServerKeyBlocks blocks,
    AnswerCounter counter,
    DateTimeOffset now
)
{
    private static readonly SqlServerStatement DeleteDetails = new(
        """
        DELETE d
        FROM SupersededResponses AS s
        JOIN ResponseDetails AS d ON d.ResponseKey = s.ResponseKey
        WHERE s.SourceKey = @SourceKey AND s.Id = @Id
        """,
        "SourceKey",
        "Id"
    );

    private static readonly SqlServerStatement Anonymise = new(
        """
        UPDATE SupersededResponses SET CustomerKey = NULL, AccountKey = NULL, HasDetails = 0, Erased = 1
        WHERE SourceKey = @SourceKey AND Id = @Id
        """,
        "SourceKey",
        "Id"
    );

    // The mark has the answers of the last revision, so that it is counted as erased where that was counted.
    private static readonly SqlServerStatement InsertMark = new(
        """
        INSERT INTO Responses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails, SuspectedDuplicate, Erased)
        SELECT
            @MarkKey, s.SourceKey, s.Id, s.SurveyKey, s.QuestionKey, s.Score, s.TouchpointKey, s.ChannelKey, s.SegmentKey,
            s.RespondedAt, s.SupersededAt, s.Complete, s.Test, s.HasMoreAnswers, 0, 0, 1
        FROM SupersededResponses AS s
        WHERE s.ResponseKey = @ResponseKey
        """,
        "MarkKey",
        "ResponseKey"
    );

    private static readonly SqlServerStatement CopyAnswers = new(
        """
        INSERT INTO FurtherAnswers (ResponseKey, Ordinal, QuestionKey, Score)
        SELECT @MarkKey, f.Ordinal, f.QuestionKey, f.Score FROM FurtherAnswers AS f WHERE f.ResponseKey = @ResponseKey
        """,
        "MarkKey",
        "ResponseKey"
    );

    public ErasureOutcome Erase(string source, string id)
    {
        if (SqlServerResponseRevisions.Find(transaction, source, id) is not { } current)
        {
            return ErasureOutcome.NotFound;
        }

        if (current.Revision.IsErased)
        {
            return ErasureOutcome.AlreadyErased;
        }

        Erase(current);
        return ErasureOutcome.Erased;
    }

    private void Erase(KeyedRevision current)
    {
        (CurrentRevision revision, Dimensions.ResponseKeys keys) = current;
        long at = Math.Max(Microseconds.FromInstant(now), revision.RecordedAt);
        SqlServerResponseRevisions.Supersede(transaction, [revision], Microseconds.ToInstant(at));
        counter.Count(revision.Response, keys, revision.Exclusion, change: -1);
        // Before its customer is forgotten, by whom its dependants are found.
        new SqlServerDependants(transaction, blocks, counter, at).Judge([current]);
        ForgetIdentity(keys.Source, revision.Response.Id);
        LeaveMark(revision.ResponseKey);
        counter.Count(revision.Response, keys, AnswerExclusion.Erased, change: 1);
    }

    private void ForgetIdentity(long sourceKey, string id)
    {
        foreach (SqlServerStatement statement in (ReadOnlySpan<SqlServerStatement>)[DeleteDetails, Anonymise])
        {
            transaction.Execute(statement, new SqlServerParameters().BigInt("SourceKey", sourceKey).Text("Id", id));
        }
    }

    private void LeaveMark(long responseKey)
    {
        long markKey = blocks.Next(transaction);
        foreach (SqlServerStatement statement in (ReadOnlySpan<SqlServerStatement>)[InsertMark, CopyAnswers])
        {
            transaction.Execute(
                statement,
                new SqlServerParameters().BigInt("MarkKey", markKey).BigInt("ResponseKey", responseKey)
            );
        }
    }
}
