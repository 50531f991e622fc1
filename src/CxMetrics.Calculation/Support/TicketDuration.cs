namespace CxMetrics.Calculation.Support;

/// <summary>The durations that a ticket has once.</summary>
public enum TicketDuration
{
    /// <summary>
    /// First response time: from the creation, or the start of the human clock, to the first public reply of a human agent.
    /// </summary>
    FirstResponse,

    /// <summary>From the creation to the first public reply of a bot.</summary>
    BotFirstResponse,

    /// <summary>Full resolution time: from the creation to the last solve, all reopenings included.</summary>
    FullResolution,

    /// <summary>From the creation to the first solve.</summary>
    FirstResolution,

    /// <summary>Full resolution time without the time pending.</summary>
    ActiveResolution,

    /// <summary>From the start of the human clock to the last solve; none where a bot alone solved it.</summary>
    HumanResolution,

    /// <summary>Requester wait: new, open and on hold, until the last solve.</summary>
    RequesterWait,

    /// <summary>Agent wait: pending, until the last solve.</summary>
    AgentWait,

    /// <summary>On hold, until the last solve.</summary>
    OnHold,

    /// <summary>Agent work time: new and open, until the last solve.</summary>
    AgentWork,
}
