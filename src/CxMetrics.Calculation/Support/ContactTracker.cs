namespace CxMetrics.Calculation.Support;

/// <summary>Cuts the history of one ticket into contacts.</summary>
/// <remarks>
/// The opening is a contact unless it was ours. Further ones are a reopening, a customer's message after the solve, and the opening of a
/// ticket that was merged into this one, unless it came before anybody had replied. A contact ends with the next solve.
/// </remarks>
internal sealed class ContactTracker
{
    private readonly List<Contact> _contacts = [];

    private int _ended;
    private bool _isReplied;
    private int _transfersBefore;
    private DateTimeOffset _lastMessageAt;

    private bool HasOpenContact => _ended < _contacts.Count;

    public void Start(DateTimeOffset createdAt, bool isOutbound)
    {
        _contacts.Clear();
        _ended = 0;
        _isReplied = false;
        _transfersBefore = 0;
        _lastMessageAt = createdAt;
        if (!isOutbound)
        {
            Begin(createdAt);
        }
    }

    /// <summary>Takes the next event.</summary>
    /// <param name="step">The event.</param>
    /// <param name="isSolvedByBot">Whether the last solve is a bot's alone.</param>
    /// <param name="transfers">How often the ticket has been transferred so far.</param>
    public void Apply(in TicketStep step, bool isSolvedByBot, int transfers)
    {
        if (step.Message != TicketMessage.None)
        {
            _lastMessageAt = step.At;
        }

        if (step.Transition == StateTransition.Solved || EndsTalkAfterSolve(step))
        {
            End(step.At, isSolvedByBot, transfers);
        }
        else if (StartsContact(step))
        {
            Begin(step.At);
        }

        _isReplied |= step.Message is TicketMessage.FromAgent or TicketMessage.FromBot;
    }

    /// <summary>The contacts, the ones still open ended with the last message.</summary>
    public Contact[] Contacts(string ticketId, AssignmentTracker assignment, bool isSolved)
    {
        for (int index = _ended; index < _contacts.Count; index++)
        {
            Contact contact = _contacts[index];
            _contacts[index] = contact with
            {
                EndedAt = _lastMessageAt > contact.ArrivedAt ? _lastMessageAt : contact.ArrivedAt,
                IsSolved = isSolved,
                IsTransferred = assignment.Transfers > _transfersBefore,
            };
        }

        Contact[] contacts = [.. _contacts];
        for (int index = 0; index < contacts.Length; index++)
        {
            contacts[index] = contacts[index] with
            {
                TicketId = ticketId,
                IssueId = assignment.IssueId,
                CustomerId = assignment.CustomerId,
                Category = assignment.Category,
            };
        }

        return contacts;
    }

    // A message after the solve that does not reopen the ticket is answered by a reply or by solving once more.
    private static bool EndsTalkAfterSolve(in TicketStep step) =>
        step.WasSolved
        && step.Transition == StateTransition.None
        && (
            step.Message is TicketMessage.FromAgent or TicketMessage.FromBot
            || step.Type is TicketEventType.Resolved or TicketEventType.Closed
        );

    private bool StartsContact(in TicketStep step)
    {
        if (step.Message == TicketMessage.FromCustomer && step.Type == TicketEventType.Opened)
        {
            return _isReplied || step.WasSolved;
        }

        bool comesBack =
            step.Transition == StateTransition.Reopened
            || (step.WasSolved && step.Message == TicketMessage.FromCustomer);
        return comesBack && !HasOpenContact;
    }

    private void Begin(DateTimeOffset at) =>
        _contacts.Add(
            new Contact
            {
                ArrivedAt = at,
                EndedAt = at,
                IsSolved = false,
            }
        );

    private void End(DateTimeOffset at, bool isSolvedByBot, int transfers)
    {
        for (int index = _ended; index < _contacts.Count; index++)
        {
            _contacts[index] = _contacts[index] with
            {
                EndedAt = at,
                IsSolved = true,
                IsSolvedByBot = isSolvedByBot,
                IsTransferred = transfers > _transfersBefore,
            };
        }

        _ended = _contacts.Count;
        _transfersBefore = transfers;
    }
}
