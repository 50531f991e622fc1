namespace CxMetrics.Calculation.Support;

/// <summary>Who caused an event.</summary>
public enum TicketActor
{
    /// <summary>Not known. Such a message is never taken for a reply of ours: it counts as one of the customer.</summary>
    Unknown,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>A human agent.</summary>
    Agent,

    /// <summary>A bot that talks with customers.</summary>
    Bot,

    /// <summary>The help desk itself: automatic confirmations, rules, time limits. Its messages are not replies.</summary>
    System,
}
