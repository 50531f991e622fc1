using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Responses;

namespace CxMetrics.Storage.Tests.SqlServer;

/// <summary>A database in memory behind the seam of the writer, with faults where a test wants them.</summary>
internal sealed class FakeWriteSessions
{
    private long _nextKey = 1;

    /// <summary>The rows that are committed: response id by response key.</summary>
    public Dictionary<long, string> Rows { get; } = [];

    /// <summary>Faults of the next calls of each step, in order; null for a call that works.</summary>
    public Queue<StorageFault?> ApplyFaults { get; } = new();

    public Queue<(StorageFault Fault, bool IsCommitted)?> CommitFaults { get; } = new();

    public int Opened { get; private set; }

    public int Applied { get; private set; }

    public IWriteSession Open()
    {
        Opened++;
        return new Session(this);
    }

    private sealed class Session(FakeWriteSessions database) : IWriteSession
    {
        private readonly Dictionary<long, string> _pending = [];

        public bool HasRow(long responseKey) => database.Rows.ContainsKey(responseKey);

        public void Prepare(WriteGroup group)
        {
            foreach (WriteFact fact in group.Facts.Where(fact => fact.ResponseKey == 0))
            {
                fact.ResponseKey = database._nextKey++;
            }
        }

        public void Apply(WriteGroup group)
        {
            database.Applied++;
            foreach (WriteFact fact in group.Facts)
            {
                bool isThere = database.Rows.ContainsValue(fact.Response.Id);
                fact.Outcome = isThere ? AppendOutcome.Duplicate : AppendOutcome.Stored;
                if (!isThere)
                {
                    _pending.Add(fact.ResponseKey, fact.Response.Id);
                    group.Inserted.Add(fact.ResponseKey);
                }
            }

            if (database.ApplyFaults.TryDequeue(out StorageFault? fault) && fault is { } kind)
            {
                throw new StorageFaultException(kind, $"A fault: {kind}.");
            }
        }

        public ErasureOutcome Erase(string source, string id, DateTimeOffset recordedAt) =>
            database.Rows.ContainsValue(id) ? ErasureOutcome.Erased : ErasureOutcome.NotFound;

        public DeclarationResult Declare(SurveyDeclaration declaration) =>
            new(AppendStatus.Committed, Survey: null, IsNew: true, []);

        public void Commit()
        {
            (StorageFault Fault, bool IsCommitted)? fault = database.CommitFaults.TryDequeue(out var next)
                ? next
                : null;
            if (fault is null or { IsCommitted: true })
            {
                foreach ((long key, string id) in _pending)
                {
                    database.Rows.Add(key, id);
                }
            }

            if (fault is { } lost)
            {
                throw new StorageFaultException(lost.Fault, "No answer came.");
            }
        }

        public void Dispose() => _pending.Clear();
    }
}
