namespace CxMetrics.Calculation.Support;

/// <summary>Why a ticket does not count in a metric; the first reason that holds is the one given.</summary>
public enum TicketExclusion
{
    /// <summary>Deleted or spam.</summary>
    Deleted,

    /// <summary>Merged into another ticket, which has its messages.</summary>
    Merged,

    /// <summary>Its opening is not among the events.</summary>
    OpeningUnknown,

    /// <summary>Nobody has replied yet.</summary>
    Unanswered,

    /// <summary>It was solved without the reply that is asked about.</summary>
    SolvedWithoutReply,

    /// <summary>It is not solved.</summary>
    Unsolved,

    /// <summary>A bot alone solved it, and the metric is about people.</summary>
    SolvedByBot,

    /// <summary>We opened it with a message, and the metric is about tickets of customers.</summary>
    Outbound,

    /// <summary>The instant that decides about the period lies outside it.</summary>
    OutsidePeriod,

    /// <summary>The time that decides the outcome has not passed yet.</summary>
    NotMature,
}
