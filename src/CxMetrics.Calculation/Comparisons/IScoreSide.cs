using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>One side of a difference: an estimate whose interval is a score interval.</summary>
internal interface IScoreSide
{
    /// <summary>The most that two sides can differ by.</summary>
    static abstract double LargestDifference { get; }

    /// <summary>The sum of the codes of all answers: successes, or positive minus negative ones.</summary>
    double Sum { get; }

    /// <summary>The sum of the squares of the codes.</summary>
    double SumOfSquares { get; }

    /// <summary>The number of answers, n.</summary>
    long SampleSize { get; }

    /// <summary>The estimate, Sum/n.</summary>
    double Value { get; }

    /// <summary>The standard error at the estimate.</summary>
    double StandardError { get; }

    /// <summary>The score interval, z standard errors wide on each side.</summary>
    IntervalLimits Limits(double z);

    /// <summary>The squared standard error if the true value were this far above the estimate; 0 beyond the range of values.</summary>
    double VarianceAt(double shift);
}
