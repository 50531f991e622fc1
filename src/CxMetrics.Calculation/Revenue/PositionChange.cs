namespace CxMetrics.Calculation.Revenue;

/// <summary>What one position of a customer and a later one make of each other: at most one movement, and one into or out of pause.</summary>
internal readonly struct PositionChange
{
    private PositionChange(MrrMovementKind? kind, decimal amount, decimal paused)
    {
        Kind = kind;
        Amount = amount;
        Paused = paused;
    }

    /// <summary>The movement of what is under contract, paused or not; null for none.</summary>
    public MrrMovementKind? Kind { get; }

    /// <summary>Its amount, 0 or more.</summary>
    public decimal Amount { get; }

    /// <summary>By how much the paused MRR rose; below 0 for a resume.</summary>
    public decimal Paused { get; }

    /// <summary>The movement into or out of pause; null for none.</summary>
    public MrrMovementKind? PauseKind =>
        Paused > 0 ? MrrMovementKind.Pause
        : Paused < 0 ? MrrMovementKind.Resume
        : null;

    /// <summary>Classifies the change. Who was never a customer, or had churned, and is not one at the end has not moved.</summary>
    public static PositionChange Between(MrrPosition from, MrrPosition to)
    {
        decimal difference = to.Contracted - from.Contracted;
        MrrMovementKind? kind = (from.Standing, to.Standing) switch
        {
            (CustomerStanding.NeverPaid, CustomerStanding.Active) => MrrMovementKind.New,
            (CustomerStanding.Churned, CustomerStanding.Active) => MrrMovementKind.Reactivation,
            (CustomerStanding.Active, CustomerStanding.Churned) => MrrMovementKind.Churn,
            _ when difference > 0 => MrrMovementKind.Expansion,
            _ when difference < 0 => MrrMovementKind.Contraction,
            _ => null,
        };
        return new PositionChange(kind, Math.Abs(difference), to.PausedMrr - from.PausedMrr);
    }
}
