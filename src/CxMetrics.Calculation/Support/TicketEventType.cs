namespace CxMetrics.Calculation.Support;

/// <summary>What happened to a ticket.</summary>
public enum TicketEventType
{
    /// <summary>The ticket was created, with its first message.</summary>
    Opened,

    /// <summary>Somebody wrote a message or an internal note.</summary>
    Replied,

    /// <summary>The ticket was given to a team or an agent.</summary>
    Assigned,

    /// <summary>The ticket waits for the customer.</summary>
    Pending,

    /// <summary>The ticket waits for a third party.</summary>
    OnHold,

    /// <summary>The ticket was solved.</summary>
    Resolved,

    /// <summary>Work on the ticket goes on: after a solve, or after waiting.</summary>
    Reopened,

    /// <summary>The ticket was closed; it counts as solved then if it was not before.</summary>
    Closed,

    /// <summary>The ticket was merged into another one.</summary>
    Merged,

    /// <summary>The ticket was deleted or found to be spam.</summary>
    Deleted,
}
