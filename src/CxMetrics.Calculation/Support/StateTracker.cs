namespace CxMetrics.Calculation.Support;

/// <summary>Follows the state of one ticket through its events.</summary>
internal sealed class StateTracker
{
    private readonly List<StateChange> _changes = [];

    public TicketState State { get; private set; }

    public DateTimeOffset? FirstSolvedAt { get; private set; }

    public DateTimeOffset? SolvedAt { get; private set; }

    public DateTimeOffset? FirstReopenedAt { get; private set; }

    public int SolveCount { get; private set; }

    public int ReopenCount { get; private set; }

    public bool IsSolved => State is TicketState.Solved or TicketState.Closed;

    public bool IsFinal => State is TicketState.Merged or TicketState.Deleted;

    public StateChange[] Changes() => [.. _changes];

    public void Start(DateTimeOffset createdAt)
    {
        _changes.Clear();
        FirstSolvedAt = null;
        SolvedAt = null;
        FirstReopenedAt = null;
        SolveCount = 0;
        ReopenCount = 0;
        Enter(createdAt, TicketState.New);
    }

    public StateTransition Apply(in TicketEvent e, TicketMessage message)
    {
        switch (e.Type)
        {
            case TicketEventType.Resolved:
                return Solve(e.OccurredAt, TicketState.Solved);
            case TicketEventType.Closed:
                return Solve(e.OccurredAt, TicketState.Closed);
            case TicketEventType.Pending:
                return Wait(e.OccurredAt, TicketState.Pending);
            case TicketEventType.OnHold:
                return Wait(e.OccurredAt, TicketState.OnHold);
            case TicketEventType.Reopened:
                return GoOn(e.OccurredAt);
            case TicketEventType.Merged:
                Enter(e.OccurredAt, TicketState.Merged);
                return StateTransition.None;
            case TicketEventType.Deleted:
                Enter(e.OccurredAt, TicketState.Deleted);
                return StateTransition.None;
            default:
                TakeUp(e, message);
                return StateTransition.None;
        }
    }

    // Solving what is solved changes nothing: it would move the resolution, or count it a second time.
    private StateTransition Solve(DateTimeOffset at, TicketState state)
    {
        if (IsSolved)
        {
            Enter(at, State == TicketState.Closed ? TicketState.Closed : state);
            return StateTransition.None;
        }

        Enter(at, state);
        SolvedAt = at;
        FirstSolvedAt ??= at;
        SolveCount++;
        return StateTransition.Solved;
    }

    private StateTransition Wait(DateTimeOffset at, TicketState state)
    {
        StateTransition transition = IsSolved ? Reopen(at) : StateTransition.None;
        Enter(at, state);
        return transition;
    }

    private StateTransition GoOn(DateTimeOffset at)
    {
        StateTransition transition = IsSolved ? Reopen(at) : StateTransition.None;
        Enter(at, State == TicketState.New ? TicketState.New : TicketState.Open);
        return transition;
    }

    private StateTransition Reopen(DateTimeOffset at)
    {
        SolvedAt = null;
        FirstReopenedAt ??= at;
        ReopenCount++;
        return StateTransition.Reopened;
    }

    private void TakeUp(in TicketEvent e, TicketMessage message)
    {
        bool isTakenUp =
            State == TicketState.New && (e.Type == TicketEventType.Assigned || message == TicketMessage.FromAgent);
        bool isAnswered = State is TicketState.Pending or TicketState.OnHold && message == TicketMessage.FromCustomer;
        if (isTakenUp || isAnswered)
        {
            Enter(e.OccurredAt, TicketState.Open);
        }
    }

    private void Enter(DateTimeOffset at, TicketState state)
    {
        if (_changes.Count == 0 || state != State)
        {
            _changes.Add(new StateChange(at, state));
        }

        State = state;
    }
}
