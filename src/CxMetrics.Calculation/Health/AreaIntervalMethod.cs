namespace CxMetrics.Calculation.Health;

/// <summary>Interval methods for the area under the ROC curve.</summary>
public enum AreaIntervalMethod
{
    /// <summary>Newcombe's score interval, the default: never zero width.</summary>
    Newcombe,

    /// <summary>DeLong's variance on the log-odds scale.</summary>
    DeLong,
}
