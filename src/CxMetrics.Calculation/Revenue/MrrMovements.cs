namespace CxMetrics.Calculation.Revenue;

/// <summary>How MRR went from the start of a period to its end.</summary>
/// <remarks>
/// Opening + new + expansion + reactivation + resume − contraction − churn − pause = closing, to the last digit, and opening customers + new +
/// reactivated − churned = closing customers. Both are checked when the object is made: there is none for which they do not
/// hold. Amounts are exact to a millionth of the currency unit.
/// </remarks>
public sealed record MrrMovements
{
    internal MrrMovements(MrrTally tally)
    {
        Opening = tally.Opening;
        Closing = tally.Closing;
        OpeningCustomers = tally.OpeningCustomers;
        ClosingCustomers = tally.ClosingCustomers;
        New = tally[MrrMovementKind.New];
        Expansion = tally[MrrMovementKind.Expansion];
        Contraction = tally[MrrMovementKind.Contraction];
        Churn = tally[MrrMovementKind.Churn];
        Reactivation = tally[MrrMovementKind.Reactivation];
        Pause = tally[MrrMovementKind.Pause];
        Resume = tally[MrrMovementKind.Resume];
        ThrowIfBroken();
    }

    /// <summary>The MRR at the start.</summary>
    public decimal Opening { get; }

    /// <summary>The MRR at the end.</summary>
    public decimal Closing { get; }

    /// <summary>The active customers at the start, those on a free plan or on hold included.</summary>
    public long OpeningCustomers { get; }

    /// <summary>The active customers at the end.</summary>
    public long ClosingCustomers { get; }

    /// <summary>First payments.</summary>
    public MrrMovementTotal New { get; }

    /// <summary>More than before.</summary>
    public MrrMovementTotal Expansion { get; }

    /// <summary>Less than before.</summary>
    public MrrMovementTotal Contraction { get; }

    /// <summary>Customers who left.</summary>
    public MrrMovementTotal Churn { get; }

    /// <summary>Customers who came back.</summary>
    public MrrMovementTotal Reactivation { get; }

    /// <summary>MRR that went on hold.</summary>
    public MrrMovementTotal Pause { get; }

    /// <summary>MRR that is no longer on hold.</summary>
    public MrrMovementTotal Resume { get; }

    /// <summary>Point to point: what the start and the end of each customer make of each other, whatever happened between.</summary>
    /// <param name="opening">The position of each customer at the start.</param>
    /// <param name="closing">The position of the same customers at the end, in the same order.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or somebody who has paid is said at the end to have never paid.</exception>
    public static MrrMovements FromPositions(ReadOnlySpan<MrrPosition> opening, ReadOnlySpan<MrrPosition> closing)
    {
        if (opening.Length != closing.Length)
        {
            throw new ArgumentException("There is one position at the end for each at the start.", nameof(closing));
        }

        MrrTally tally = new();
        for (int index = 0; index < opening.Length; index++)
        {
            if (
                opening[index].Standing != CustomerStanding.NeverPaid
                && closing[index].Standing == CustomerStanding.NeverPaid
            )
            {
                throw new ArgumentException("Who has paid once has not never paid later.", nameof(closing));
            }

            tally.AddEnds(opening[index], closing[index]);
            tally.AddChange(PositionChange.Between(opening[index], closing[index]));
        }

        return new MrrMovements(tally);
    }

    private void ThrowIfBroken()
    {
        decimal gained = New.Amount + Expansion.Amount + Reactivation.Amount + Resume.Amount;
        decimal lost = Contraction.Amount + Churn.Amount + Pause.Amount;
        bool customersAgree = OpeningCustomers + New.Count + Reactivation.Count - Churn.Count == ClosingCustomers;
        if (Opening + gained - lost != Closing || !customersAgree)
        {
            throw new InvalidOperationException(
                $"The movements do not lead from {Opening} of {OpeningCustomers} customers to {Closing} of {ClosingCustomers}."
            );
        }
    }
}
