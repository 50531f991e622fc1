namespace CxMetrics.Calculation.Goals;

/// <summary>How a goal stands, by the probability that the true value reaches its target.</summary>
public enum GoalStatus
{
    /// <summary>Probability 0.95 or more.</summary>
    Met,

    /// <summary>0.8 or more.</summary>
    Likely,

    /// <summary>Between 0.2 and 0.8.</summary>
    Uncertain,

    /// <summary>0.2 or less.</summary>
    Unlikely,

    /// <summary>0.05 or less, and the date of the goal has come.</summary>
    Missed,
}
