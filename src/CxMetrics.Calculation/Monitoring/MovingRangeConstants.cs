namespace CxMetrics.Calculation.Monitoring;

/// <summary>The constants that turn a mean moving range of two into limits.</summary>
public enum MovingRangeConstants
{
    /// <summary>d₂ = 2/√π and d₃ = √(2 − 4/π), exact for normal values: limits at 2.65868 and 3.26653 mean moving ranges. The default.</summary>
    Exact,

    /// <summary>d₂ = 1.128 and d₃ = 0.853 as printed in tables, and as R's <c>qcc</c> has them.</summary>
    Table,

    /// <summary>Limits at 2.66 and 3.267 mean moving ranges, as in Wheeler's XmR charts.</summary>
    Rounded,
}
