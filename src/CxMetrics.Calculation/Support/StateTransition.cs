namespace CxMetrics.Calculation.Support;

/// <summary>What an event did to the solution of a ticket.</summary>
internal enum StateTransition
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It was not solved and is now.</summary>
    Solved,

    /// <summary>It was solved and is not any more.</summary>
    Reopened,
}
