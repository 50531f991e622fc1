namespace CxMetrics.Calculation.Revenue;

/// <summary>How MRR moves. Opening + new + expansion + reactivation + resume − contraction − churn − pause = closing.</summary>
public enum MrrMovementKind
{
    /// <summary>The first payment ever.</summary>
    New,

    /// <summary>More than before.</summary>
    Expansion,

    /// <summary>Less than before with something still running: one of several subscriptions cancelled, a move to a free plan.</summary>
    Contraction,

    /// <summary>Nothing is running any more.</summary>
    Churn,

    /// <summary>A payment after churn; never <see cref="New"/>.</summary>
    Reactivation,

    /// <summary>MRR that went on hold; not lost yet.</summary>
    Pause,

    /// <summary>MRR that is no longer on hold, because it is paid again or because it is lost now and counted as churn or contraction.</summary>
    Resume,
}
