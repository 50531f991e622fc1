namespace CxMetrics.Calculation.Comparisons;

/// <summary>Interval methods for the difference of two shares.</summary>
public enum ShareDifferenceMethod
{
    /// <summary>Newcombe's hybrid score interval, the default: square-and-add of two Wilson intervals.</summary>
    Newcombe,

    /// <summary>The score interval of Miettinen and Nurminen.</summary>
    MiettinenNurminen,

    /// <summary>Agresti-Caffo: Wald after adding a success and a failure to each side.</summary>
    AgrestiCaffo,
}
