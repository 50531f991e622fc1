namespace CxMetrics.Calculation.Support;

/// <summary>What makes a ticket a one-touch one.</summary>
public enum OneTouchVariant
{
    /// <summary>
    /// Exactly one public human reply and never reopened, of solved tickets with at least one: closing without a reply (spam, duplicates,
    /// time limits) does not flatter the rate. The default.
    /// </summary>
    OneReply,

    /// <summary>
    /// Fewer than two public human replies, of all solved tickets, reopened or not. As Zendesk, "How are one-touch resolutions calculated?"
    /// </summary>
    Zendesk,

    /// <summary>
    /// Solved exactly once with one human agent involved, of all solved tickets. As Intercom, "Reporting metrics and attributes".
    /// </summary>
    Intercom,

    /// <summary>No further public message of the customer, of all solved tickets. As Freshservice, "How do you calculate FCR%".</summary>
    Freshservice,
}
