using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Surveys;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

/// <summary>The one writer of a SQLite file in this process.</summary>
internal sealed class SqliteGroupCommit(SqliteDatabase database, ReportingCalendar calendar, TimeProvider clock)
    : IGroupCommit
{
    private SqliteWriteSession? _session;

    public void Commit(IReadOnlyList<IPendingWork> group)
    {
        try
        {
            _session ??= new SqliteWriteSession(database.OpenWriter(), calendar);
            Apply(_session, group);
        }
        catch (SqliteException failure) when (failure.Unavailability() is { } reason)
        {
            Dispose();
            throw new StorageUnavailableException(reason, failure);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Finish()
    {
        _session?.Checkpoint();
        Dispose();
    }

    /// <summary>Closes the connection, which rolls back what was not committed.</summary>
    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }

    private void Apply(SqliteWriteSession session, IReadOnlyList<IPendingWork> group)
    {
        session.Begin(clock.GetUtcNow());
        foreach (IPendingWork work in group)
        {
            Apply(session, work);
        }

        session.Commit();
    }

    private static void Apply(SqliteWriteSession session, IPendingWork work)
    {
        switch (work)
        {
            case PendingBatch batch:
                for (int index = 0; index < batch.Responses.Count; index++)
                {
                    batch.Outcomes[index] = session.Append(batch.Responses[index]);
                }

                break;
            case PendingErasure erasure:
                erasure.Outcome = session.Erase(erasure.Source, erasure.Id);
                break;
            case PendingDeclaration declaration:
                declaration.Result = session.Declare(declaration.Declaration);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(work), work, "This kind of work is not known here.");
        }
    }
}
