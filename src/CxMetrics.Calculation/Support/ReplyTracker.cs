namespace CxMetrics.Calculation.Support;

/// <summary>Follows who waits for a reply on one ticket, and since when.</summary>
internal sealed class ReplyTracker
{
    private readonly List<ReplyWait> _nextReplies = [];
    private readonly HashSet<string> _agents = new(StringComparer.Ordinal);

    private DateTimeOffset _createdAt;
    private bool _isOpeningUnanswered;
    private bool _isHandedOff;
    private bool _hasBotLastWord;
    private DateTimeOffset? _solvedAt;
    private DateTimeOffset? _waitingWhenSolved;

    public DateTimeOffset HumanClockStartedAt { get; private set; }

    public ReplyWait? FirstResponse { get; private set; }

    public ReplyWait? BotFirstResponse { get; private set; }

    public DateTimeOffset? WaitingSince { get; private set; }

    public int HumanReplies { get; private set; }

    public int CustomerMessages { get; private set; }

    public bool IsSolvedByBot { get; private set; }

    public int AgentsInvolved => _agents.Count;

    public ReplyWait[] NextReplies() => [.. _nextReplies];

    public void Start(DateTimeOffset createdAt, bool isOutbound)
    {
        _nextReplies.Clear();
        _agents.Clear();
        _createdAt = createdAt;
        _isOpeningUnanswered = !isOutbound;
        _isHandedOff = false;
        _hasBotLastWord = false;
        _solvedAt = null;
        _waitingWhenSolved = null;
        HumanClockStartedAt = createdAt;
        FirstResponse = null;
        BotFirstResponse = null;
        WaitingSince = null;
        HumanReplies = 0;
        CustomerMessages = 0;
        IsSolvedByBot = false;
    }

    public void Apply(in TicketStep step)
    {
        switch (step.Message)
        {
            case TicketMessage.FromCustomer:
                Ask(step);
                break;
            case TicketMessage.FromAgent:
                Answer(step);
                break;
            case TicketMessage.FromBot:
                BotFirstResponse ??= new ReplyWait(_createdAt, step.At, step.AgentId, step.Team);
                break;
        }

        _hasBotLastWord = step.Message == TicketMessage.None ? _hasBotLastWord : step.Message == TicketMessage.FromBot;
        FollowSolution(step);
        FollowHandOff(step);
        if (
            step.Actor == TicketActor.Agent
            && step.Type is TicketEventType.Replied or TicketEventType.Resolved or TicketEventType.Closed
        )
        {
            _agents.Add(step.AgentId ?? "");
        }
    }

    // Messages before the first response wait with the opening. Of several messages the first counts, except after a solve: there only
    // the last one can be what reopens the ticket, the others are thanks.
    private void Ask(in TicketStep step)
    {
        CustomerMessages++;
        if (!_isOpeningUnanswered)
        {
            WaitingSince = step.WasSolved ? step.At : WaitingSince ?? step.At;
        }

        // Where a bot alone had solved it, people are asked from here on, whether the ticket is reopened for it or not.
        if (step.WasSolved && IsSolvedByBot && FirstResponse is null)
        {
            HumanClockStartedAt = step.At;
        }
    }

    private void Answer(in TicketStep step)
    {
        HumanReplies++;
        _isOpeningUnanswered = false;
        FirstResponse ??= new ReplyWait(HumanClockStartedAt, step.At, step.AgentId, step.Team);

        // A reply sent with the solve bears its time, and may come after it.
        DateTimeOffset? since = WaitingSince ?? (step.At == _solvedAt ? _waitingWhenSolved : null);
        if (since is { } from)
        {
            _nextReplies.Add(new ReplyWait(from, step.At, step.AgentId, step.Team));
        }

        WaitingSince = null;
        _waitingWhenSolved = null;
    }

    // A help desk that closes what nobody takes up again after a bot's last word does so on the bot's account.
    private bool IsByBot(in TicketStep step) =>
        step.Actor == TicketActor.Bot || (step.Actor == TicketActor.System && _hasBotLastWord && !_isHandedOff);

    private void FollowSolution(in TicketStep step)
    {
        if (step.Transition == StateTransition.Solved)
        {
            IsSolvedByBot = HumanReplies == 0 && IsByBot(step);
            _solvedAt = step.At;
            _waitingWhenSolved = WaitingSince;
            WaitingSince = null;
        }
        else if (step.Transition == StateTransition.Reopened && !_isOpeningUnanswered)
        {
            bool isByCustomer = step.Actor is TicketActor.Customer or TicketActor.Unknown;
            WaitingSince ??= isByCustomer ? step.At : null;
        }
    }

    // The human clock starts where the bot gave up, for good: at the first hand-off, or where a solution by the bot alone was reopened.
    private void FollowHandOff(in TicketStep step)
    {
        bool isHandOff =
            step.Type == TicketEventType.Assigned && !step.WasSolved && BotFirstResponse is not null && !_isHandedOff;
        bool isReopening = step.Transition == StateTransition.Reopened && IsSolvedByBot;
        if (FirstResponse is null && (isHandOff || isReopening))
        {
            HumanClockStartedAt = step.At;
            _isHandedOff = true;
        }

        IsSolvedByBot &= step.Transition != StateTransition.Reopened;
    }
}
