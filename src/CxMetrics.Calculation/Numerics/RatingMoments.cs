namespace CxMetrics.Calculation.Numerics;

/// <summary>Total, mean and corrected sum of squares of a distribution, each point raised by some pseudo-answers.</summary>
/// <remarks>Computed on the index of the points (0, 1, …), so that the place of the scale costs no digits.</remarks>
internal readonly struct RatingMoments
{
    private RatingMoments(double total, double meanIndex, double sumOfSquares)
    {
        Total = total;
        MeanIndex = meanIndex;
        SumOfSquares = sumOfSquares;
    }

    /// <summary>The number of answers, pseudo-answers included.</summary>
    public double Total { get; }

    /// <summary>The mean, counted from the lowest point.</summary>
    public double MeanIndex { get; }

    /// <summary>The sum of squared deviations from the mean.</summary>
    public double SumOfSquares { get; }

    /// <summary>The moments of a distribution that is not empty.</summary>
    public static RatingMoments Of(RatingDistribution distribution, double pseudoAnswersPerPoint = 0)
    {
        ReadOnlySpan<long> counts = distribution.Counts;
        double total = distribution.Total + (pseudoAnswersPerPoint * counts.Length);
        double sum = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            sum += (counts[index] + pseudoAnswersPerPoint) * index;
        }

        double mean = sum / total;
        double squares = 0;
        double rest = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            double weight = counts[index] + pseudoAnswersPerPoint;
            squares += weight * (index - mean) * (index - mean);
            rest += weight * (index - mean);
        }

        return new RatingMoments(total, mean, Math.Max(0, squares - (rest * rest / total)));
    }
}
