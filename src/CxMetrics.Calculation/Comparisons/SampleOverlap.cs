namespace CxMetrics.Calculation.Comparisons;

/// <summary>What those who answered twice say about the covariance of two estimates.</summary>
/// <param name="Pairs">The number of respondents who answered twice, m.</param>
/// <param name="FirstSum">The sum of their first codes, Σx.</param>
/// <param name="SecondSum">The sum of their second codes, Σy.</param>
/// <param name="SumOfProducts">Σxy.</param>
internal readonly record struct SampleOverlap(long Pairs, long FirstSum, long SecondSum, long SumOfProducts)
{
    // As if half a pair in each direction had answered one step apart: Newcombe's correction (1998, method 10) for any codes one apart.
    private const double Correction = 0.5;

    // Beyond this the interval of identical answers would lose its width to rounding.
    private const double LargestCorrelation = 1 - 1e-15;

    /// <summary>Σxy − ΣxΣy/m, m times the covariance of the pairs; 0 for none.</summary>
    private double CrossProduct =>
        Pairs > 0 ? (double)(((Int128)SumOfProducts * Pairs) - ((Int128)FirstSum * SecondSum)) / Pairs : 0;

    /// <summary>√(V₁ + V₂ − 2C) with C = cross product/(n₁n₂), the covariance of the two estimates.</summary>
    public double StandardError<TSide>(TSide first, TSide second)
        where TSide : struct, IScoreSide
    {
        double one = first.StandardError;
        double other = second.StandardError;
        double covariance = CrossProduct / first.SampleSize / second.SampleSize;
        double variance =
            first.SampleSize == Pairs && second.SampleSize == Pairs
                ? VarianceOfPairs(first.SumOfSquares + second.SumOfSquares)
                : (one * one) + (other * other) - (2 * covariance);
        return Math.Sqrt(Math.Max(0, variance));
    }

    /// <summary>The correlation of the two estimates, corrected towards 0 where it is positive; 0 where a side has no spread.</summary>
    public double Correlation<TSide>(TSide first, TSide second)
        where TSide : struct, IScoreSide
    {
        double cross = CrossProduct;
        double corrected = cross > 0 ? Math.Max(0, cross - Correction) : cross;
        double scale = first.SampleSize * first.StandardError * (second.SampleSize * second.StandardError);
        return scale > 0 ? Math.Clamp(corrected / scale, -LargestCorrelation, LargestCorrelation) : 0;
    }

    // With everybody in both samples it is the variance of the changes y − x, whose whole numbers keep what a difference of variances would
    // lose.
    private double VarianceOfPairs(double sumOfSquares)
    {
        double m = Pairs;
        double change = (double)SecondSum - FirstSum;
        double squares = sumOfSquares - (2.0 * SumOfProducts);
        return (squares - (change / m * change)) / m / m;
    }
}
