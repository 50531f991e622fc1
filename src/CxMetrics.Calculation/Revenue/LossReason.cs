namespace CxMetrics.Calculation.Revenue;

/// <summary>Why a subscription ended.</summary>
public enum LossReason
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>The customer decided to leave.</summary>
    Voluntary,

    /// <summary>The payment failed.</summary>
    Involuntary,
}
