using MathNet.Numerics;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The true shares of detractors, passives and promoters, and the samples they give.</summary>
public sealed record NetShares(double Negative, double Neutral, double Positive)
{
    public double Score => Positive - Negative;

    /// <summary>Every sample of n answers with its probability.</summary>
    public IEnumerable<(NetCounts Counts, double Probability)> Samples(int n)
    {
        for (int negative = 0; negative <= n; negative++)
        {
            for (int positive = 0; positive <= n - negative; positive++)
            {
                NetCounts counts = new(negative, n - negative - positive, positive);
                yield return (counts, Probability(counts));
            }
        }
    }

    public double Probability(NetCounts counts) =>
        Math.Exp(
            SpecialFunctions.FactorialLn((int)counts.Total)
                + LogTerm(counts.Negative, Negative)
                + LogTerm(counts.Neutral, Neutral)
                + LogTerm(counts.Positive, Positive)
        );

    private static double LogTerm(long count, double share) =>
        count == 0 ? 0 : (count * Math.Log(share)) - SpecialFunctions.FactorialLn((int)count);
}
