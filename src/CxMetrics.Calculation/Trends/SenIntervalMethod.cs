namespace CxMetrics.Calculation.Trends;

/// <summary>Which of the sorted pairwise slopes are the limits of Sen's interval.</summary>
/// <remarks>
/// With N slopes and C = z √Var(S) both take the ranks (N − C)/2 and (N + C)/2 + 1, rounded half to even, as programs in use do; they
/// differ where these lie between two ranks or beyond the ends.
/// </remarks>
public enum SenIntervalMethod
{
    /// <summary>
    /// The ranks round((N − C)/2) and round((N + C)/2 + 1), as R's <c>trend</c> package; no interval where they lie beyond the ends, since
    /// so few values cannot carry the level. The default.
    /// </summary>
    RTrend,

    /// <summary>
    /// The ranks round((N − C)/2) and round((N + C)/2) + 1, moved to the least and greatest slope where they lie beyond the ends, as
    /// scipy's <c>theilslopes</c>: covers less than the level there.
    /// </summary>
    Scipy,
}
