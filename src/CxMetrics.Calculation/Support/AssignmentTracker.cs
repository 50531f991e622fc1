namespace CxMetrics.Calculation.Support;

/// <summary>Follows whose one ticket is: customer, category, issue, team and agent.</summary>
internal sealed class AssignmentTracker
{
    public string? CustomerId { get; private set; }

    public string? Category { get; private set; }

    public string? IssueId { get; private set; }

    public string? Team { get; private set; }

    public string? AgentId { get; private set; }

    public int Transfers { get; private set; }

    public void Start()
    {
        CustomerId = null;
        Category = null;
        IssueId = null;
        Team = null;
        AgentId = null;
        Transfers = 0;
    }

    public void Apply(in TicketEvent e, bool isOwn)
    {
        CustomerId = Latest(CustomerId, e.CustomerId, isOwn);
        Category = Latest(Category, e.Category, isOwn);
        IssueId = Latest(IssueId, e.IssueId, isOwn);
        if (!isOwn)
        {
            return;
        }

        if (e.Type == TicketEventType.Assigned)
        {
            Assign(e);
        }
        else if (e.Type == TicketEventType.Opened)
        {
            Team ??= e.Team;
        }
    }

    // A first assignment is no transfer; a new team without an agent takes the ticket from the old agent.
    private void Assign(in TicketEvent e)
    {
        bool isOtherTeam = Team is not null && e.Team is not null && e.Team != Team;
        bool isOtherAgent = AgentId is not null && e.AgentId is not null && e.AgentId != AgentId;
        Transfers += isOtherTeam || isOtherAgent ? 1 : 0;
        AgentId = e.AgentId ?? (isOtherTeam ? null : AgentId);
        Team = e.Team ?? Team;
    }

    // What came with a merged ticket fills gaps only.
    private static string? Latest(string? known, string? said, bool isOwn) => isOwn ? said ?? known : known ?? said;
}
