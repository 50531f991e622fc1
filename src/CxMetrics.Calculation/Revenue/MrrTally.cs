namespace CxMetrics.Calculation.Revenue;

/// <summary>Adds up positions and changes.</summary>
internal sealed class MrrTally
{
    private readonly MrrMovementTotal[] _totals = new MrrMovementTotal[Enum.GetValues<MrrMovementKind>().Length];

    /// <summary>The MRR at the start.</summary>
    public decimal Opening { get; private set; }

    /// <summary>The MRR at the end.</summary>
    public decimal Closing { get; private set; }

    /// <summary>The active customers at the start.</summary>
    public long OpeningCustomers { get; private set; }

    /// <summary>The active customers at the end.</summary>
    public long ClosingCustomers { get; private set; }

    /// <summary>The movements of a kind.</summary>
    public MrrMovementTotal this[MrrMovementKind kind] => _totals[(int)kind];

    /// <summary>Adds where a customer began and ended.</summary>
    public void AddEnds(MrrPosition opening, MrrPosition closing)
    {
        Opening += opening.Mrr;
        Closing += closing.Mrr;
        OpeningCustomers += opening.Standing == CustomerStanding.Active ? 1 : 0;
        ClosingCustomers += closing.Standing == CustomerStanding.Active ? 1 : 0;
    }

    /// <summary>Adds the movements of a change.</summary>
    public void AddChange(PositionChange change)
    {
        Add(change.Kind, change.Amount);
        Add(change.PauseKind, Math.Abs(change.Paused));
    }

    private void Add(MrrMovementKind? kind, decimal amount)
    {
        if (kind is { } known)
        {
            MrrMovementTotal before = this[known];
            _totals[(int)known] = new MrrMovementTotal(before.Count + 1, before.Amount + amount);
        }
    }
}
