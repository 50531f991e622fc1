namespace CxMetrics.Calculation.Quantiles;

/// <summary>How a quantile is read off the sorted numbers x₁ … xₙ: the nine definitions of Hyndman and Fan, by their number.</summary>
/// <remarks>
/// R1 to R3 return one of the numbers or the middle of two and jump; R4 to R9 interpolate between neighbours and are continuous in the
/// probability. The position h counts from 1; below x₁ and above xₙ it stays there. They differ by less than the distance of two
/// neighbours and agree in the limit; for the median all but R1, R3 and R4 agree always. Source: Hyndman and Fan (1996), The American
/// Statistician 50, 361-365; the numbers are R's <c>type</c>.
/// </remarks>
public enum QuantileDefinition
{
    /// <summary>
    /// Linear in h = (n − 1)p + 1, so that 0 is the least and 1 the greatest number: the default, as in R, NumPy (<c>linear</c>), pandas,
    /// Excel (<c>PERCENTILE.INC</c>) and S.
    /// </summary>
    R7,

    /// <summary>The least number whose share at or below it reaches p: the inverse of the distribution function; SAS 3, NumPy <c>inverted_cdf</c>.</summary>
    R1,

    /// <summary>As R1, the middle of two neighbours where np is whole; SAS 5 (its default), Stata, NumPy <c>averaged_inverted_cdf</c>.</summary>
    R2,

    /// <summary>The number with the rank nearest to np, the even one of two; SAS 2, NumPy <c>closest_observation</c>.</summary>
    R3,

    /// <summary>Linear in h = np: the distribution function interpolated; SAS 1, NumPy <c>interpolated_inverted_cdf</c>.</summary>
    R4,

    /// <summary>Linear in h = np + 1/2: a knot in the middle of each step (Hazen); used in hydrology, MATLAB <c>prctile</c>, NumPy <c>hazen</c>.</summary>
    R5,

    /// <summary>Linear in h = (n + 1)p: expectation of the uniform order statistics (Weibull); SAS 4, SPSS, Minitab, Excel <c>PERCENTILE.EXC</c>, NumPy <c>weibull</c>.</summary>
    R6,

    /// <summary>Linear in h = (n + 1/3)p + 1/3: median-unbiased whatever the distribution, Hyndman and Fan's choice; NumPy <c>median_unbiased</c>.</summary>
    R8,

    /// <summary>Linear in h = (n + 1/4)p + 3/8: nearly unbiased for normal data (Blom); NumPy <c>normal_unbiased</c>.</summary>
    R9,
}
