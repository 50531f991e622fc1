namespace CxMetrics.Calculation.Fitting;

/// <summary>Why a model has no parameters.</summary>
public enum NotFittedReason
{
    /// <summary>Too few observations, or too few of the kind that carries information.</summary>
    TooFewObservations,

    /// <summary>The observations do not vary where the model needs them to.</summary>
    NoVariation,

    /// <summary>The likelihood keeps rising towards the edge of the parameter space: it has no maximum inside.</summary>
    NoMaximum,

    /// <summary>The search ended without meeting its criterion.</summary>
    DidNotConverge,
}
