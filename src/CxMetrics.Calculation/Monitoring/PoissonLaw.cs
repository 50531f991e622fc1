using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>The Poisson distribution.</summary>
/// <param name="mean">The mean, above 0.</param>
/// <remarks>
/// The smaller tail is summed term by term from a density in saddle-point form (Loader 2000): some ten standard deviations of terms, all
/// positive, so that no digit is lost however far out. The gamma tail that it equals (<see cref="LogGammaTails"/>) takes the logarithm of the mean,
/// which costs digits there.
/// </remarks>
internal readonly struct PoissonLaw(double mean) : ICountLaw
{
    public double Mean => mean;

    public double StandardDeviation => Math.Sqrt(mean);

    public double AtLeast(long count) =>
        count <= 0 ? 1
        : count > mean ? From(count)
        : 1 - Below(count);

    private double From(long count)
    {
        double term = Probability(count);
        double sum = term;
        double last = count;
        while (term > sum * 1e-17)
        {
            last++;
            term *= mean / last;
            sum += term;
        }

        return sum;
    }

    private double Below(long count)
    {
        double term = Probability(count - 1);
        double sum = term;
        double last = count - 1;
        while (term > sum * 1e-17)
        {
            term *= last / mean;
            sum += term;
            last--;
        }

        return sum;
    }

    private double Probability(long count) =>
        count == 0
            ? Math.Exp(-mean)
            : Math.Exp(-StirlingError.Of(count) - BinomialDeviance.Of(count, mean)) / Math.Sqrt(2 * Math.PI * count);
}
