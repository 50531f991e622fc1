using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Storage.Connections;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

/// <summary>The one writer of a SQLite file in this process.</summary>
internal sealed class SqliteGroupCommit(SqliteDatabase database, ReportingCalendar calendar, TimeProvider clock)
    : IGroupCommit
{
    private SqliteWriteSession? _session;

    public void Commit(IReadOnlyList<PendingBatch> group)
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

    private void Apply(SqliteWriteSession session, IReadOnlyList<PendingBatch> group)
    {
        session.Begin(clock.GetUtcNow());
        foreach (PendingBatch batch in group)
        {
            for (int index = 0; index < batch.Responses.Count; index++)
            {
                batch.Outcomes[index] = session.Append(batch.Responses[index]);
            }
        }

        session.Commit();
    }
}
