namespace CxMetrics.Calculation.Drivers;

/// <summary>
/// How the explained variance R² is split among drivers that move together. Either way the parts are 0 or more and add up to R².
/// </summary>
public enum ImportanceMethod
{
    /// <summary>
    /// Relative weights, the default: R² is split among the uncorrelated variables nearest to the drivers and carried back (Johnson 2000,
    /// Multivariate Behavioral Research 35, 1-19; the same numbers as Genizi 1993, Statistica Sinica 3, 407-420). Any number of drivers.
    /// </summary>
    RelativeWeights,

    /// <summary>
    /// Shapley values, also called LMG: what a driver adds to R², averaged over all orders in which drivers can enter (Lindeman, Merenda
    /// and Gold 1980, Introduction to Bivariate and Multivariate Analysis). Exact over all subsets, so at most 20 drivers.
    /// </summary>
    Shapley,
}
