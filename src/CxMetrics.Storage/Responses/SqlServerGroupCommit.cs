using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Rollups;
using CxMetrics.Storage.Surveys;

namespace CxMetrics.Storage.Responses;

/// <summary>One of the writers of a process on SQL Server: runs a group again as long as its faults are of the passing kind.</summary>
internal sealed class SqlServerGroupCommit(
    Func<IWriteSession> open,
    SqlServerResponseKeys keys,
    StoragePipelines pipelines,
    TimeProvider clock
) : IGroupCommit
{
    private IWriteSession? _session;

    public void Commit(IReadOnlyList<IPendingWork> group)
    {
        try
        {
            switch (group[0])
            {
                case PendingErasure erasure:
                    Commit(erasure);
                    break;
                case PendingDeclaration declaration:
                    Commit(declaration);
                    break;
                default:
                    Commit(new WriteGroup([.. group.Cast<PendingBatch>()], clock.GetUtcNow()));
                    break;
            }
        }
        catch (StorageFaultException fault)
        {
            throw fault.ToUnavailable();
        }
    }

    public void Finish() => Dispose();

    /// <summary>Closes the connection, which rolls back what was not committed.</summary>
    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }

    private void Commit(WriteGroup group)
    {
        // What no caller may send is found before anything of its group is in the database.
        foreach (Answer answer in group.Facts.SelectMany(fact => fact.Response.Answers))
        {
            AnswerCounter.ConfirmOnScale(answer);
        }

        Run(session => Attempt(session, group));
        group.Answer();
    }

    // To erase again what an earlier attempt has erased, or to declare the same again, changes nothing: no doubt to settle.
    private void Commit(PendingErasure erasure) =>
        Run(session =>
        {
            ErasureOutcome outcome = session.Erase(erasure.Source, erasure.Id, clock.GetUtcNow());
            session.Commit();
            erasure.Outcome = outcome;
        });

    private void Commit(PendingDeclaration declaration) =>
        Run(session =>
        {
            DeclarationResult result = session.Declare(declaration.Declaration);
            session.Commit();
            declaration.Result = result;
        });

    private static void Attempt(IWriteSession session, WriteGroup group)
    {
        if (group.RowInDoubt is { } row && session.HasRow(row))
        {
            group.SettleDoubt();
            return;
        }

        group.BeginAttempt();
        session.Prepare(group);
        session.Apply(group);
        group.BeginCommit();
        session.Commit();
    }

    private void Run(Action<IWriteSession> attempt) => pipelines.Writes.Execute(() => RunOnce(attempt));

    private void RunOnce(Action<IWriteSession> attempt)
    {
        try
        {
            attempt(_session ??= open());
        }
        catch (StorageFaultException)
        {
            Dispose();
            throw;
        }
        catch
        {
            // Perhaps something remembered is no longer so.
            keys.Forget();
            Dispose();
            throw;
        }
    }
}
