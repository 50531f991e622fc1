namespace CxMetrics.Calculation.Comparisons;

/// <summary>Interval methods for the difference of two means of ratings.</summary>
public enum MeanDifferenceMethod
{
    /// <summary>Square-and-add of the two pseudo-answer intervals, the default: never zero width.</summary>
    PseudoAnswersSquareAndAdd,

    /// <summary>Welch's t.</summary>
    Welch,
}
