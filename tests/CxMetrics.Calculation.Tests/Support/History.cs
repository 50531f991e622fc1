using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

/// <summary>Writes the history of tickets, in hours since a Monday at midnight UTC.</summary>
public sealed class History
{
    private readonly List<TicketEvent> _events = [];
    private string _ticket = "T1";

    public static DateTimeOffset Hour(double hours) =>
        new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero) + TimeSpan.FromHours(hours);

    public IReadOnlyList<TicketEvent> Events => _events;

    /// <summary>The ticket of what follows.</summary>
    public History Ticket(string ticket)
    {
        _ticket = ticket;
        return this;
    }

    public History Opened(double hour, TicketActor by = TicketActor.Customer, bool isInternal = false) =>
        Add(hour, TicketEventType.Opened, by, isInternal);

    public History Asks(double hour, TicketActor by = TicketActor.Customer) => Add(hour, TicketEventType.Replied, by);

    public History Answers(double hour, string? agent = null) =>
        With(Event(hour, TicketEventType.Replied, TicketActor.Agent) with { AgentId = agent });

    public History Notes(double hour) => Add(hour, TicketEventType.Replied, TicketActor.Agent, isInternal: true);

    public History BotAnswers(double hour) => Add(hour, TicketEventType.Replied, TicketActor.Bot);

    public History Assigned(double hour, string? agent = null, string? team = null) =>
        With(Event(hour, TicketEventType.Assigned, TicketActor.System) with { AgentId = agent, Team = team });

    public History Resolved(double hour, TicketActor by = TicketActor.Agent) => Add(hour, TicketEventType.Resolved, by);

    public History Reopened(double hour, TicketActor by = TicketActor.System) =>
        Add(hour, TicketEventType.Reopened, by);

    public History Pending(double hour) => Add(hour, TicketEventType.Pending, TicketActor.Agent);

    public History OnHold(double hour) => Add(hour, TicketEventType.OnHold, TicketActor.Agent);

    public History Closed(double hour) => Add(hour, TicketEventType.Closed, TicketActor.System);

    public History Deleted(double hour) => Add(hour, TicketEventType.Deleted, TicketActor.Agent);

    public History Merged(double hour, string? into) =>
        With(Event(hour, TicketEventType.Merged, TicketActor.Agent) with { MergedInto = into });

    /// <summary>Changes the event written last.</summary>
    public History But(Func<TicketEvent, TicketEvent> change)
    {
        _events[^1] = change(_events[^1]);
        return this;
    }

    public IReadOnlyList<TicketTimeline> Timelines(double asOf = 10_000) =>
        TicketTimelines.FromEvents(_events.ToArray(), Hour(asOf));

    public TicketTimeline Timeline(double asOf = 10_000, string ticket = "T1") =>
        Timelines(asOf).Single(timeline => timeline.Id == ticket);

    private History Add(double hour, TicketEventType type, TicketActor by, bool isInternal = false) =>
        With(Event(hour, type, by) with { IsInternal = isInternal });

    private TicketEvent Event(double hour, TicketEventType type, TicketActor by) =>
        new()
        {
            TicketId = _ticket,
            Type = type,
            OccurredAt = Hour(hour),
            Actor = by,
            Arrival = _events.Count,
        };

    private History With(TicketEvent e)
    {
        _events.Add(e);
        return this;
    }
}
