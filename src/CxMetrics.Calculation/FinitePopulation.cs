namespace CxMetrics.Calculation;

/// <summary>
/// By how much a standard error shrinks when the question is about exactly these N customers and n of them have answered.
/// </summary>
/// <remarks>
/// Only for that question. Customers of tomorrow, or the process that made these answers, are no finite population, and the default of
/// every metric here is to apply no such factor. Source: Cochran (1977), Sampling Techniques, 3rd edition, chapter 2.
/// </remarks>
public static class FinitePopulation
{
    /// <summary>
    /// √((N − n)/(N − 1)), the factor of a standard error whose variance has the divisor n, as those of shares and net scores here.
    /// </summary>
    /// <param name="sampleSize">How many have answered, n, at least one.</param>
    /// <param name="population">How many there are, N, at least n.</param>
    /// <returns>From 0, where all have answered, to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sample size is not above 0, or the population is smaller.</exception>
    public static double Factor(long sampleSize, long population)
    {
        ThrowIfInvalid(sampleSize, population);
        return sampleSize == population ? 0 : Math.Sqrt((population - sampleSize) / (population - 1.0));
    }

    /// <summary>
    /// √(1 − n/N), the factor of a standard error whose variance has the divisor n − 1. Both give the same standard error but for √(N/(N −
    /// 1)).
    /// </summary>
    /// <param name="sampleSize">How many have answered, n, at least one.</param>
    /// <param name="population">How many there are, N, at least n.</param>
    /// <returns>From 0, where all have answered, to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sample size is not above 0, or the population is smaller.</exception>
    public static double FactorOneMinusFraction(long sampleSize, long population)
    {
        ThrowIfInvalid(sampleSize, population);
        return Math.Sqrt((population - sampleSize) / (double)population);
    }

    /// <summary>
    /// The sample size with which an interval for an endless population has the width of one for this population: n/factor²; null where all
    /// have answered.
    /// </summary>
    internal static double? EffectiveSampleSize(long sampleSize, long population) =>
        sampleSize == population ? null : sampleSize * ((population - 1.0) / (population - sampleSize));

    internal static void ThrowIfInvalid(long sampleSize, long population)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(population, sampleSize);
    }
}
