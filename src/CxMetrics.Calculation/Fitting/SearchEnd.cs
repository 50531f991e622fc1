namespace CxMetrics.Calculation.Fitting;

/// <summary>How the search for a maximum ended.</summary>
internal enum SearchEnd
{
    /// <summary>At a point with no gradient left and a negative definite Hessian.</summary>
    Maximum,

    /// <summary>At the edge of the search region, still rising.</summary>
    Edge,

    /// <summary>After too many steps, or where the function is no number.</summary>
    Stuck,
}
