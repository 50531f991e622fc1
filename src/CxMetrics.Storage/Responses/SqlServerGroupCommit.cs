using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;

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

    public void Commit(IReadOnlyList<PendingBatch> group)
    {
        var written = new WriteGroup(group, clock.GetUtcNow());
        try
        {
            WriteGroupRules.Confirm(written);
            pipelines.Writes.Execute(() => Attempt(written));
            written.Answer();
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

    private void Attempt(WriteGroup group)
    {
        try
        {
            _session ??= open();
            if (group.RowInDoubt is { } row && _session.HasRow(row))
            {
                group.SettleDoubt();
                return;
            }

            group.BeginAttempt();
            _session.Prepare(group);
            _session.Apply(group);
            group.BeginCommit();
            _session.Commit();
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
