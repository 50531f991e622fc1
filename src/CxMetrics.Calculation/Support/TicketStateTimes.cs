namespace CxMetrics.Calculation.Support;

/// <summary>How long a ticket was in each state.</summary>
/// <param name="New">Before anybody took it up.</param>
/// <param name="Open">With an agent.</param>
/// <param name="Pending">Waiting for the customer.</param>
/// <param name="OnHold">Waiting for a third party.</param>
/// <param name="Solved">Solved or closed before it was reopened.</param>
public readonly record struct TicketStateTimes(
    TimeSpan New,
    TimeSpan Open,
    TimeSpan Pending,
    TimeSpan OnHold,
    TimeSpan Solved
)
{
    /// <summary>How long the customer waited for us: new, open and on hold.</summary>
    public TimeSpan RequesterWait => New + Open + OnHold;

    /// <summary>How long we waited for the customer: pending.</summary>
    public TimeSpan AgentWait => Pending;

    /// <summary>How long it was ours to work on: new and open.</summary>
    public TimeSpan AgentWork => New + Open;

    /// <summary>All of them: for a solved ticket its full resolution time.</summary>
    public TimeSpan Total => RequesterWait + AgentWait + Solved;

    internal TicketStateTimes Plus(TicketState state, TimeSpan time) =>
        state switch
        {
            TicketState.New => this with { New = New + time },
            TicketState.Open => this with { Open = Open + time },
            TicketState.Pending => this with { Pending = Pending + time },
            TicketState.OnHold => this with { OnHold = OnHold + time },
            _ => this with { Solved = Solved + time },
        };

    internal TimeSpan? DurationOf(TicketDuration duration) =>
        duration switch
        {
            TicketDuration.ActiveResolution => Total - Pending,
            TicketDuration.RequesterWait => RequesterWait,
            TicketDuration.AgentWait => AgentWait,
            TicketDuration.OnHold => OnHold,
            TicketDuration.AgentWork => AgentWork,
            _ => null,
        };
}
