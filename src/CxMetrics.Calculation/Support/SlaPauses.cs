namespace CxMetrics.Calculation.Support;

/// <summary>When the clock of a target stands still, beside the time in which the ticket is solved.</summary>
[Flags]
public enum SlaPauses
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>While we wait for the customer.</summary>
    Pending = 1,

    /// <summary>While we wait for a third party.</summary>
    OnHold = 2,
}
