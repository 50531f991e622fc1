namespace CxMetrics.Calculation.Support;

/// <summary>What an event is as a public message.</summary>
internal enum TicketMessage
{
    /// <summary>No message, or one that does not count: a note, an automatic confirmation, the opening message itself.</summary>
    None,

    /// <summary>A message of the customer, or of somebody unknown.</summary>
    FromCustomer,

    /// <summary>A reply of a human agent.</summary>
    FromAgent,

    /// <summary>A reply of a bot.</summary>
    FromBot,
}
