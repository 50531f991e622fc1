using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

/// <summary>Stores, revises and erases responses within the transaction of a <see cref="SqliteWriteSession"/>, and notes what that counts.</summary>
internal sealed class SqliteResponseWriter(SqliteConnection connection, SqliteResponseKeys keys, AnswerCounter counter)
    : IDisposable
{
    private readonly SqliteResponseInserts _inserts = new(connection);
    private readonly SqliteResponseRevisions _revisions = new(connection);
    private readonly SqliteSuspectedDuplicates _duplicates = new(connection);
    private readonly SqliteErasures _erasures = new(connection);
    private long _nextKey;
    private long _now;

    /// <summary>Sets what the facts of a transaction start from.</summary>
    /// <param name="nextKey">The first key that no revision has.</param>
    /// <param name="now">When they are recorded.</param>
    public void Begin(long nextKey, long now)
    {
        _nextKey = nextKey;
        _now = now;
    }

    public AppendOutcome Append(SurveyResponse response)
    {
        if (keys.FindContradiction(response) is { } error)
        {
            return AppendOutcome.Refused(error);
        }

        ResponseKeys found = keys.FindOrAdd(response);
        if (TryInsert(response, found, _now))
        {
            return AppendOutcome.Stored;
        }

        CurrentRevision current =
            _revisions.Find(found.Source, response.Id)
            ?? throw new InvalidOperationException("An insert met a conflict with a row that is not there.");
        return current.IsErased || response.HasSameContentAs(current.Response)
            ? AppendOutcome.Duplicate
            : Revise(current, response, found);
    }

    public ErasureOutcome Erase(string source, string id)
    {
        if (keys.FindSource(source) is not { } sourceKey || _revisions.Find(sourceKey, id) is not { } current)
        {
            return ErasureOutcome.NotFound;
        }

        if (current.IsErased)
        {
            return ErasureOutcome.AlreadyErased;
        }

        ResponseKeys found = keys.FindOrAdd(current.Response);
        Supersede(current, found);
        _erasures.Erase(sourceKey, id, current.ResponseKey, _nextKey++);
        counter.Count(current.Response, found, AnswerExclusion.Erased, change: 1);
        JudgeDependants(current, found);
        return ErasureOutcome.Erased;
    }

    public void Dispose()
    {
        _inserts.Dispose();
        _revisions.Dispose();
        _duplicates.Dispose();
        _erasures.Dispose();
    }

    private bool TryInsert(SurveyResponse response, in ResponseKeys found, long recordedAt)
    {
        long respondedAt = Microseconds.FromInstant(response.RespondedAt);
        bool isSuspected = _duplicates.HasOriginal(response, found, _nextKey, respondedAt);
        if (!_inserts.TryInsert(_nextKey, response, found, recordedAt, isSuspected))
        {
            return false;
        }

        _nextKey++;
        counter.Count(response, found, Counters.Find(isErased: false, response.Test, isSuspected), change: 1);
        return true;
    }

    private AppendOutcome Revise(CurrentRevision current, SurveyResponse response, in ResponseKeys found)
    {
        ResponseKeys former = keys.FindOrAdd(current.Response);
        long recordedAt = Supersede(current, former);
        TryInsert(response, found, recordedAt);
        JudgeDependants(current, former);
        return AppendOutcome.Updated;
    }

    /// <summary>Moves a revision into history and out of the counts; returns when its successor is recorded.</summary>
    private long Supersede(CurrentRevision current, in ResponseKeys former)
    {
        long at = After(current.RecordedAt);
        _revisions.Supersede(current.ResponseKey, at);
        counter.Count(current.Response, former, current.Exclusion, change: -1);
        return at;
    }

    // Those suspected for the sake of a revision that is no longer in force may have lost their only reason.
    private void JudgeDependants(CurrentRevision former, in ResponseKeys found)
    {
        foreach (SuspectedDuplicate dependant in _duplicates.FindDependants(former.Response, found, former.ResponseKey))
        {
            // What makes them match is the same in both, except for the time.
            if (_duplicates.HasOriginal(former.Response, found, dependant.ResponseKey, dependant.RespondedAt))
            {
                continue;
            }

            _revisions.ClearSuspicion(dependant.ResponseKey, _nextKey++, After(dependant.RecordedAt));
            SurveyResponse response = former.Response with
            {
                RespondedAt = Microseconds.ToInstant(dependant.RespondedAt),
            };
            counter.Count(response, found, AnswerExclusion.SuspectedDuplicate, change: -1);
            counter.Count(response, found, exclusion: null, change: 1);
        }
    }

    // A clock that was set back must not let a revision end before it began.
    private long After(long recordedAt) => Math.Max(_now, recordedAt);
}
