using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>Applies the facts of a group within its transaction, and adds up what they change in the daily counts.</summary>
internal sealed class SqlServerResponseWriter(
    SqlTransaction transaction,
    WriteGroup group,
    SqlServerKeyBlocks blocks,
    AnswerCounter counter
)
{
    private static readonly SqlServerStatement DeleteStaged = new(
        "DELETE FROM StagedResponses WHERE Batch = @Batch",
        "Batch"
    );

    /// <summary>Applies every fact that is not refused, and sets its outcome.</summary>
    public void Write()
    {
        foreach (List<WriteFact> wave in WriteWaves.Of(group.Facts))
        {
            Write(wave);
        }
    }

    private void Write(List<WriteFact> wave)
    {
        SqlServerRows rows = SqlServerResponseInserts.ToRows(wave, group.RecordedAt);
        long? batch = Stage(rows, wave[0].ResponseKey);
        HashSet<long> inserted = SqlServerResponseInserts.InsertNew(transaction, rows, batch);
        Complete([.. wave.Where(fact => inserted.Contains(fact.ResponseKey))], AppendOutcome.Stored);
        if (inserted.Count < wave.Count)
        {
            Compare(
                wave.Where(fact => !inserted.Contains(fact.ResponseKey)),
                SqlServerResponseRevisions.FindCurrent(transaction, rows, batch)
            );
        }

        if (batch is not null)
        {
            transaction.Execute(DeleteStaged, new SqlServerParameters().BigInt("Batch", batch));
        }
    }

    private long? Stage(SqlServerRows rows, long batch)
    {
        if (rows.Count <= SqlServerResponseInserts.MostInParameter)
        {
            return null;
        }

        rows.CopyTo(transaction, "StagedResponses", batch);
        return batch;
    }

    private void Compare(IEnumerable<WriteFact> facts, Dictionary<(long SourceKey, string Id), KeyedRevision> currents)
    {
        var revised = new List<(WriteFact Fact, KeyedRevision Current)>();
        foreach (WriteFact fact in facts)
        {
            KeyedRevision current = ConfirmOthers(currents.GetValueOrDefault((fact.Keys.Source, fact.Response.Id)));
            if (current.Revision.IsErased || fact.Response.HasSameContentAs(current.Revision.Response))
            {
                fact.Outcome = AppendOutcome.Duplicate;
            }
            else
            {
                revised.Add((fact, current));
            }
        }

        if (revised.Count > 0)
        {
            Revise(revised);
        }
    }

    // A row that is gone, or that an earlier attempt of this very group has just committed: begin again and see.
    private KeyedRevision ConfirmOthers(KeyedRevision? current)
    {
        bool isFromEarlierAttempt =
            current is not null
            && group.IsInDoubt(current.Revision.ResponseKey)
            && !group.Inserted.Contains(current.Revision.ResponseKey);
        return current is null || isFromEarlierAttempt
            ? throw new StorageFaultException(StorageFault.Collision, "A response came or went meanwhile.")
            : current;
    }

    private void Revise(List<(WriteFact Fact, KeyedRevision Current)> revised)
    {
        // Processes have clocks of their own; history must not run backwards.
        long at = Math.Max(
            Microseconds.FromInstant(group.RecordedAt),
            revised.Max(revision => revision.Current.Revision.RecordedAt)
        );
        DateTimeOffset recordedAt = Microseconds.ToInstant(at);
        KeyedRevision[] formers = [.. revised.Select(revision => revision.Current)];
        Supersede(formers, recordedAt);
        WriteFact[] facts = [.. revised.Select(revision => revision.Fact)];
        SqlServerRows rows = SqlServerResponseInserts.ToRows(facts, recordedAt);
        if (SqlServerResponseInserts.InsertNew(transaction, rows, batch: null).Count < facts.Length)
        {
            throw new StorageFaultException(StorageFault.Collision, "Another writer revised the same responses.");
        }

        Complete(facts, AppendOutcome.Updated);
        new SqlServerDependants(transaction, blocks, counter, at).Judge(formers);
    }

    private void Supersede(KeyedRevision[] formers, DateTimeOffset at)
    {
        CurrentRevision[] superseded = [.. formers.Select(former => former.Revision)];
        SqlServerResponseRevisions.Supersede(transaction, superseded, at);
        foreach ((CurrentRevision revision, ResponseKeys keys) in formers)
        {
            counter.Count(revision.Response, keys, revision.Exclusion, change: -1);
        }
    }

    private void Complete(IReadOnlyCollection<WriteFact> written, AppendOutcome outcome)
    {
        SqlServerResponseInserts.InsertParts(transaction, written);
        HashSet<long> suspects = SqlServerSuspectedDuplicates.Mark(transaction, written, group.PlaceOf);
        foreach (WriteFact fact in written)
        {
            group.Inserted.Add(fact.ResponseKey);
            bool isSuspected = suspects.Contains(fact.ResponseKey);
            AnswerExclusion? exclusion = Counters.Find(isErased: false, fact.Response.Test, isSuspected);
            counter.Count(fact.Response, fact.Keys, exclusion, change: 1);
            fact.Outcome = outcome;
        }
    }
}
