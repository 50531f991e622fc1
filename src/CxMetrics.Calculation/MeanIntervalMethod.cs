namespace CxMetrics.Calculation;

/// <summary>Interval methods for the mean of ratings on a scale.</summary>
public enum MeanIntervalMethod
{
    /// <summary>Two pseudo-answers spread evenly over the scale, the default: never zero width.</summary>
    PseudoAnswers,

    /// <summary>Student's t.</summary>
    StudentT,
}
