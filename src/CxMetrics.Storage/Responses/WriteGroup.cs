using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Responses;

/// <summary>The batches of a group as one list of facts, with what is known of attempts to commit it.</summary>
internal sealed class WriteGroup
{
    private readonly IReadOnlyList<PendingBatch> _batches;
    private AppendOutcome[]? _outcomesInDoubt;
    private HashSet<long> _rowsInDoubt = [];
    private Dictionary<long, int>? _places;

    public WriteGroup(IReadOnlyList<PendingBatch> batches, DateTimeOffset recordedAt)
    {
        _batches = batches;
        RecordedAt = recordedAt;
        Facts = [.. batches.SelectMany(batch => batch.Responses).Select(response => new WriteFact(response))];
    }

    public IReadOnlyList<WriteFact> Facts { get; }

    public DateTimeOffset RecordedAt { get; }

    /// <summary>The rows that this attempt has inserted so far, by their keys.</summary>
    public HashSet<long> Inserted { get; } = [];

    /// <summary>
    /// A row of an attempt whose commit got no answer; null when there was none. Either the whole attempt is in the database,
    /// and this row with it, or nothing of it.
    /// </summary>
    public long? RowInDoubt => _rowsInDoubt.Count == 0 ? null : _rowsInDoubt.First();

    /// <summary>Whether a row is one that an attempt in doubt has inserted.</summary>
    public bool IsInDoubt(long responseKey) => _rowsInDoubt.Contains(responseKey);

    /// <summary>Begins an attempt; what an earlier one has left in doubt stays in doubt.</summary>
    public void BeginAttempt()
    {
        Inserted.Clear();
        _places = null;
        foreach (WriteFact fact in Facts)
        {
            fact.Outcome = default;
        }
    }

    /// <summary>From here on until its answer nobody knows whether this attempt is committed.</summary>
    /// <remarks>
    /// An attempt that gets here has waited for any earlier one to end: both touch the same rows. So it replaces what was in
    /// doubt. One that inserted nothing changed nothing, and may be repeated as often as need be.
    /// </remarks>
    public void BeginCommit()
    {
        _rowsInDoubt = [.. Inserted];
        _outcomesInDoubt = [.. Facts.Select(fact => fact.Outcome)];
    }

    /// <summary>The attempt in doubt has turned out to be committed: its outcomes are the answer.</summary>
    public void SettleDoubt()
    {
        for (int index = 0; index < Facts.Count; index++)
        {
            Facts[index].Outcome = _outcomesInDoubt![index];
        }
    }

    /// <summary>The place in the group of the fact that has a key.</summary>
    public int PlaceOf(long responseKey)
    {
        _places ??= Facts
            .Select((fact, place) => (fact.ResponseKey, place))
            .Where(fact => fact.ResponseKey != 0)
            .ToDictionary(fact => fact.ResponseKey, fact => fact.place);
        return _places[responseKey];
    }

    /// <summary>Hands every batch its outcomes.</summary>
    public void Answer()
    {
        int next = 0;
        foreach (AppendOutcome[] outcomes in _batches.Select(batch => batch.Outcomes))
        {
            for (int index = 0; index < outcomes.Length; index++)
            {
                outcomes[index] = Facts[next++].Outcome;
            }
        }
    }
}
