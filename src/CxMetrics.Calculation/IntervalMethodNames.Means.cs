using CxMetrics.Calculation.Comparisons;

namespace CxMetrics.Calculation;

public static partial class IntervalMethodNames
{
    /// <summary>Welch's t interval for a difference of means.</summary>
    public const string Welch = "welch";

    /// <summary>Square-and-add of two pseudo-answer intervals, for a difference of means of ratings.</summary>
    public const string PseudoAnswersSquareAndAdd = "pseudoAnswersSquareAndAdd";

    /// <summary>Two order statistics, for a quantile.</summary>
    public const string OrderStatistics = "orderStatistics";

    /// <summary>The short name of a method for differences of means of ratings.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this MeanDifferenceMethod method) =>
        method switch
        {
            MeanDifferenceMethod.PseudoAnswersSquareAndAdd => PseudoAnswersSquareAndAdd,
            MeanDifferenceMethod.Welch => Welch,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };
}
