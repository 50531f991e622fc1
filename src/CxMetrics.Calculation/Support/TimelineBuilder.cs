using System.Runtime.InteropServices;

namespace CxMetrics.Calculation.Support;

/// <summary>Turns the events of one ticket after another into timelines; its buffers are used again.</summary>
internal sealed class TimelineBuilder(DateTimeOffset asOf)
{
    private readonly StateTracker _state = new();
    private readonly AssignmentTracker _assignment = new();
    private readonly ReplyTracker _replies = new();
    private readonly ContactTracker _contacts = new();
    private readonly HashSet<string> _idsOfInstant = new(StringComparer.Ordinal);

    private string? _solvedByAgentId;
    private string? _solvedByTeam;
    private string? _mergedInto;

    /// <summary>The timeline of a ticket.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="events">Its events and the messages of the tickets merged into it, at least one, in any order; sorted in place.</param>
    /// <param name="mergedTickets">How many tickets were merged into it.</param>
    /// <param name="isMergeUndone">Whether its own merge does not count.</param>
    public TicketTimeline Build(string ticketId, List<TicketEvent> events, int mergedTickets, bool isMergeUndone)
    {
        SortIfNeeded(events);
        ReadOnlySpan<TicketEvent> sorted = WithoutRepeats(CollectionsMarshal.AsSpan(events));
        Opening opening = Opening.Of(sorted);
        Start(sorted[0].OccurredAt, opening.IsOutbound);
        for (int index = 0; index < sorted.Length && !_state.IsFinal; index++)
        {
            ref readonly TicketEvent e = ref sorted[index];
            if (!(isMergeUndone && e.Type == TicketEventType.Merged))
            {
                Apply(e, opening.MessageOf(e), e.TicketId == ticketId);
            }
        }

        return Finish(ticketId, sorted[0], opening, mergedTickets);
    }

    private static void SortIfNeeded(List<TicketEvent> events)
    {
        ReadOnlySpan<TicketEvent> span = CollectionsMarshal.AsSpan(events);
        for (int index = 1; index < span.Length; index++)
        {
            if (TicketEventOrder.Compare(span[index - 1], span[index]) > 0)
            {
                events.Sort(TicketEventOrder.Instance);
                return;
            }
        }
    }

    private ReadOnlySpan<TicketEvent> WithoutRepeats(Span<TicketEvent> sorted)
    {
        int kept = 1;
        for (int index = 1; index < sorted.Length; index++)
        {
            if (!IsRepeat(sorted[kept - 1], sorted[index]))
            {
                sorted[kept] = sorted[index];
                kept++;
            }
        }

        _idsOfInstant.Clear();
        return sorted[..kept];
    }

    private bool IsRepeat(in TicketEvent previous, in TicketEvent e)
    {
        if (previous.OccurredAt != e.OccurredAt)
        {
            _idsOfInstant.Clear();
            return false;
        }

        if (previous.Id is not null)
        {
            _idsOfInstant.Add(previous.Id);
        }

        return e.Id is not null && _idsOfInstant.Contains(e.Id);
    }

    private void Start(DateTimeOffset createdAt, bool isOutbound)
    {
        _state.Start(createdAt);
        _assignment.Start();
        _replies.Start(createdAt, isOutbound);
        _contacts.Start(createdAt, isOutbound);
        _solvedByAgentId = null;
        _solvedByTeam = null;
        _mergedInto = null;
    }

    private void Apply(in TicketEvent e, TicketMessage message, bool isOwn)
    {
        _assignment.Apply(e, isOwn);
        bool wasSolved = _state.SolvedAt < e.OccurredAt;
        StateTransition transition = _state.Apply(e, message);
        TicketStep step = new(
            e.OccurredAt,
            e.Type,
            e.Actor,
            message,
            transition,
            wasSolved,
            e.AgentId ?? _assignment.AgentId,
            e.Team ?? _assignment.Team
        );
        _replies.Apply(step);
        _contacts.Apply(step, _replies.IsSolvedByBot && _replies.HumanReplies == 0, _assignment.Transfers);
        _mergedInto = e.MergedInto;
        if (transition == StateTransition.Solved)
        {
            _solvedByAgentId = step.AgentId;
            _solvedByTeam = step.Team;
        }
    }

    private TicketTimeline Finish(string ticketId, in TicketEvent first, Opening opening, int mergedTickets) =>
        new()
        {
            Id = ticketId,
            AsOf = asOf,
            State = _state.State,
            CreatedAt = first.OccurredAt,
            IsOpeningKnown = opening.IsKnown,
            IsOutbound = opening.IsOutbound,
            CustomerId = _assignment.CustomerId,
            Category = _assignment.Category,
            IssueId = _assignment.IssueId,
            Team = _assignment.Team,
            AgentId = _assignment.AgentId,
            MergedInto = _state.State == TicketState.Merged ? _mergedInto : null,
            MergedTickets = mergedTickets,
            HasInheritedCreation = first.TicketId != ticketId,
            HumanClockStartedAt = _replies.HumanClockStartedAt,
            FirstResponse = _replies.FirstResponse,
            BotFirstResponse = _replies.BotFirstResponse,
            WaitingSince = _replies.WaitingSince,
            FirstSolvedAt = _state.FirstSolvedAt,
            SolvedAt = _state.SolvedAt,
            SolvedByAgentId = _state.IsSolved ? _solvedByAgentId : null,
            SolvedByTeam = _state.IsSolved ? _solvedByTeam : null,
            IsSolvedByBot = _replies.IsSolvedByBot,
            FirstReopenedAt = _state.FirstReopenedAt,
            ReopenCount = _state.ReopenCount,
            SolveCount = _state.SolveCount,
            HumanReplies = _replies.HumanReplies,
            CustomerMessages = _replies.CustomerMessages,
            AgentsInvolved = _replies.AgentsInvolved,
            Transfers = _assignment.Transfers,
            Changes = _state.Changes(),
            Replies = _replies.NextReplies(),
            ContactList = _state.IsFinal ? [] : _contacts.Contacts(ticketId, _assignment, _state.IsSolved),
        };
}
