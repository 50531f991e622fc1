namespace CxMetrics.Calculation.Support;

/// <summary>The entry of a ticket into a state.</summary>
/// <param name="At">When it entered.</param>
/// <param name="State">The state.</param>
public readonly record struct StateChange(DateTimeOffset At, TicketState State);
