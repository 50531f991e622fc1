using CxMetrics.Calculation.Calendars;

namespace CxMetrics.Calculation.Support;

/// <summary>One ticket as its events in time order say, known at an instant: its state, its clocks and its counts. Immutable.</summary>
/// <remarks>
/// <para>
/// <b>State.</b> New until an agent replies or it is assigned. Pending and on hold last until the customer writes or an event says
/// otherwise. A solve is a change into solved or closed: solving again what is solved changes nothing. A reopening is a change back,
/// also into pending or on hold; a mere message after a solve is none, since the help desk decides whether it goes on. Merged and deleted
/// are final.
/// </para>
/// <para>
/// <b>Merged tickets.</b> The ticket that others were merged into has their messages, and was created when the earliest of them was. Its
/// customer and category are its own.
/// </para>
/// <para>
/// <b>Durations</b> are in calendar time, or in business time where a calendar is given. Source of the definitions: Zendesk, "About native
/// Support time duration metrics".
/// </para>
/// </remarks>
public sealed class TicketTimeline
{
    internal TicketTimeline() { }

    /// <summary>The ticket.</summary>
    public required string Id { get; init; }

    /// <summary>The instant as of which this is known; later events were left out.</summary>
    public DateTimeOffset AsOf { get; internal init; }

    /// <summary>Where the ticket stands.</summary>
    public TicketState State { get; internal init; }

    /// <summary>When it was created: its first event, and that of the tickets merged into it.</summary>
    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>
    /// Whether the opening is among the events. Without it the history is cut off, and no duration from the creation is right.
    /// </summary>
    public bool IsOpeningKnown { get; internal init; }

    /// <summary>
    /// Whether we opened it with a message to the customer, so that it is no contact of theirs and its first message no reply.
    /// </summary>
    public bool IsOutbound { get; internal init; }

    /// <summary>The customer; null when unknown.</summary>
    public string? CustomerId { get; internal init; }

    /// <summary>The category; null when unknown.</summary>
    public string? Category { get; internal init; }

    /// <summary>What links it with other tickets about the same issue; null when nothing does.</summary>
    public string? IssueId { get; internal init; }

    /// <summary>The team it is assigned to; null when none is known.</summary>
    public string? Team { get; internal init; }

    /// <summary>The agent it is assigned to; null when none is known.</summary>
    public string? AgentId { get; internal init; }

    /// <summary>The ticket it was merged into; null when it was not, or the event does not say.</summary>
    public string? MergedInto { get; internal init; }

    /// <summary>How many tickets were merged into it.</summary>
    public int MergedTickets { get; internal init; }

    /// <summary>Whether it was created earlier than its own first event, by a ticket merged into it.</summary>
    public bool HasInheritedCreation { get; internal init; }

    /// <summary>
    /// When the clock of the human agents started: at the creation, at the hand-off by a bot that had replied (the first assignment after
    /// its reply), or at the reopening of what a bot alone had solved; without a reopening at the customer's last message after the solve.
    /// </summary>
    public DateTimeOffset HumanClockStartedAt { get; internal init; }

    /// <summary>
    /// From <see cref="HumanClockStartedAt"/> to the first public reply of a human agent; null when there is none. Where we opened the
    /// ticket with a public message, that message is no reply: the next one is.
    /// </summary>
    public ReplyWait? FirstResponse { get; internal init; }

    /// <summary>From the creation to the first public reply of a bot; null when there is none.</summary>
    public ReplyWait? BotFirstResponse { get; internal init; }

    /// <summary>
    /// Since when a message after the first response waits for a human reply: the first of several messages, after a reopening the
    /// message that reopened. Null when none waits.
    /// </summary>
    public DateTimeOffset? WaitingSince { get; internal init; }

    /// <summary>When it was first solved; null when it never was.</summary>
    public DateTimeOffset? FirstSolvedAt { get; internal init; }

    /// <summary>When it was last solved; null unless it is solved or closed now.</summary>
    public DateTimeOffset? SolvedAt { get; internal init; }

    /// <summary>The agent at the last solve; null when unknown or not solved.</summary>
    public string? SolvedByAgentId { get; internal init; }

    /// <summary>The team at the last solve; null when unknown or not solved.</summary>
    public string? SolvedByTeam { get; internal init; }

    /// <summary>
    /// Whether a bot solved it and no human had replied in public; also where the help desk itself solved or closed it after a bot's last
    /// word, before any hand-off.
    /// </summary>
    public bool IsSolvedByBot { get; internal init; }

    /// <summary>When it was first reopened; null when it never was.</summary>
    public DateTimeOffset? FirstReopenedAt { get; internal init; }

    /// <summary>How often it was reopened.</summary>
    public int ReopenCount { get; internal init; }

    /// <summary>How often it was solved: 1 more than it was reopened, or as often.</summary>
    public int SolveCount { get; internal init; }

    /// <summary>How many public replies human agents wrote.</summary>
    public int HumanReplies { get; internal init; }

    /// <summary>How many public messages the customer wrote after the opening.</summary>
    public int CustomerMessages { get; internal init; }

    /// <summary>How many human agents wrote a reply or a note, solved or closed; all whose name is not known count as one.</summary>
    public int AgentsInvolved { get; internal init; }

    /// <summary>How often it went from one known agent or team to another.</summary>
    public int Transfers { get; internal init; }

    /// <summary>The states in order, the first from <see cref="CreatedAt"/>.</summary>
    public ReadOnlySpan<StateChange> StateChanges => Changes;

    /// <summary>
    /// The waits that ended with a human reply, after the first response. A wait that ended with a solve is not among them.
    /// </summary>
    public ReadOnlySpan<ReplyWait> NextReplies => Replies;

    /// <summary>The contacts of the customer; see <see cref="Contact"/>. Empty for a merged or deleted ticket.</summary>
    public ReadOnlySpan<Contact> Contacts => ContactList;

    internal StateChange[] Changes { get; init; } = [];

    internal ReplyWait[] Replies { get; init; } = [];

    internal Contact[] ContactList { get; init; } = [];

    /// <summary>Whether it is merged or deleted, and so counts nowhere.</summary>
    public bool IsRemoved => State is TicketState.Merged or TicketState.Deleted;

    /// <summary>A duration of the ticket.</summary>
    /// <param name="duration">Which one.</param>
    /// <param name="calendar">The business calendar; null for calendar time.</param>
    /// <returns>Null when it has not come to an end, or the ticket is merged or deleted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The duration is unknown.</exception>
    public TimeSpan? DurationOf(TicketDuration duration, BusinessCalendar? calendar = null)
    {
        if (!Enum.IsDefined(duration))
        {
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "Unknown duration.");
        }

        if (IsRemoved)
        {
            return null;
        }

        return duration switch
        {
            TicketDuration.FirstResponse => Length(FirstResponse, calendar),
            TicketDuration.BotFirstResponse => Length(BotFirstResponse, calendar),
            TicketDuration.FirstResolution => Length(CreatedAt, FirstSolvedAt, calendar),
            TicketDuration.FullResolution => Length(CreatedAt, SolvedAt, calendar),
            TicketDuration.HumanResolution => IsSolvedByBot ? null : Length(HumanClockStartedAt, SolvedAt, calendar),
            _ => SolvedAt is null ? null : StateTimes(calendar).DurationOf(duration),
        };
    }

    /// <summary>How long the ticket was in each state, from its creation to its last solve, or until now where it is not solved.</summary>
    /// <param name="calendar">The business calendar; null for calendar time.</param>
    public TicketStateTimes StateTimes(BusinessCalendar? calendar = null)
    {
        TicketStateTimes times = default;
        DateTimeOffset end = EndedAt ?? AsOf;
        for (int index = 0; index < Changes.Length && Changes[index].At < end; index++)
        {
            DateTimeOffset left = index + 1 < Changes.Length ? Changes[index + 1].At : end;
            times = times.Plus(Changes[index].State, Elapsed(Changes[index].At, left < end ? left : end, calendar));
        }

        return times;
    }

    /// <summary>The age of a ticket that is neither solved nor removed, from its creation until now; otherwise null.</summary>
    /// <param name="calendar">The business calendar; null for calendar time.</param>
    public TimeSpan? OpenAge(BusinessCalendar? calendar = null) =>
        EndedAt is null ? Elapsed(CreatedAt, AsOf, calendar) : null;

    /// <summary>
    /// The age of a customer's ticket that still waits for its first human reply, on the human clock; otherwise null. On a ticket that we
    /// opened nobody waits until the customer writes: <see cref="WaitingSince"/>.
    /// </summary>
    /// <param name="calendar">The business calendar; null for calendar time.</param>
    public TimeSpan? UnansweredAge(BusinessCalendar? calendar = null) =>
        EndedAt is null && FirstResponse is null && !IsOutbound ? Elapsed(HumanClockStartedAt, AsOf, calendar) : null;

    internal static TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to, BusinessCalendar? calendar) =>
        calendar?.Elapsed(from, to) ?? to - from;

    private DateTimeOffset? EndedAt => IsRemoved ? Changes[^1].At : SolvedAt;

    private static TimeSpan? Length(ReplyWait? wait, BusinessCalendar? calendar) =>
        wait is { } known ? Elapsed(known.From, known.To, calendar) : null;

    private static TimeSpan? Length(DateTimeOffset from, DateTimeOffset? to, BusinessCalendar? calendar) =>
        to is { } known ? Elapsed(from, known, calendar) : null;
}
