namespace CxMetrics.Calculation.Support;

/// <summary>What a service level promises.</summary>
public enum SlaTargetKind
{
    /// <summary>The first public reply of a human agent, from the start of the human clock.</summary>
    FirstResponse,

    /// <summary>The reply to each later message of the customer; a ticket has as many targets as waits.</summary>
    NextReply,

    /// <summary>The last solve, from the creation.</summary>
    Resolution,
}
