namespace CxMetrics.Calculation.Support;

/// <summary>An event with what it means at its place in the history of a ticket.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Type">What happened.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="Message">What it is as a public message.</param>
/// <param name="Transition">What it did to the solution.</param>
/// <param name="WasSolved">Whether the ticket was solved before it.</param>
/// <param name="AgentId">The agent it is attributed to.</param>
/// <param name="Team">The team it is attributed to.</param>
internal readonly record struct TicketStep(
    DateTimeOffset At,
    TicketEventType Type,
    TicketActor Actor,
    TicketMessage Message,
    StateTransition Transition,
    bool WasSolved,
    string? AgentId,
    string? Team
);
