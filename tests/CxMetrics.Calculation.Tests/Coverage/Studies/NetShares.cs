namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The true shares of detractors, passives and promoters, and the samples they give.</summary>
public sealed record NetShares(double Negative, double Neutral, double Positive)
{
    public double Score => Positive - Negative;

    public double[] ToArray() => [Negative, Neutral, Positive];

    /// <summary>Every sample of n answers.</summary>
    public static IEnumerable<NetCounts> AllCounts(int n)
    {
        for (int negative = 0; negative <= n; negative++)
        {
            for (int positive = 0; positive <= n - negative; positive++)
            {
                yield return new NetCounts(negative, n - negative - positive, positive);
            }
        }
    }

    /// <summary>Every sample of n answers with its probability.</summary>
    public IEnumerable<(NetCounts Counts, double Probability)> Samples(int n)
    {
        MultinomialTerms terms = new(n, Negative, Neutral, Positive);
        return AllCounts(n)
            .Select(counts => (counts, terms.Probability(counts.Negative, counts.Neutral, counts.Positive)));
    }
}
