namespace CxMetrics.Calculation.Support;

/// <summary>Where a ticket stands.</summary>
public enum TicketState
{
    /// <summary>Nobody has taken it up yet.</summary>
    New,

    /// <summary>With an agent.</summary>
    Open,

    /// <summary>Waiting for the customer.</summary>
    Pending,

    /// <summary>Waiting for a third party.</summary>
    OnHold,

    /// <summary>Solved; it may be reopened.</summary>
    Solved,

    /// <summary>Closed. It may be reopened where the help desk allows it.</summary>
    Closed,

    /// <summary>Merged into another ticket: final.</summary>
    Merged,

    /// <summary>Deleted or spam: final.</summary>
    Deleted,
}
