namespace CxMetrics.Calculation;

/// <summary>Which end of a rating scale is the good one.</summary>
public enum ScaleDirection
{
    /// <summary>The highest point is the best answer (NPS, CSAT, CES 2.0).</summary>
    HigherIsBetter,

    /// <summary>The lowest point is the best answer (CES 1.0, "how much effort").</summary>
    LowerIsBetter,
}
