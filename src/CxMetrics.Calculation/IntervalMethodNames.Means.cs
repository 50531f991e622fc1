using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation;

/// <content>Methods for means, quantiles and the bootstrap.</content>
public static partial class IntervalMethodNames
{
    /// <summary>Welch's t interval for a difference of means.</summary>
    public const string Welch = "welch";

    /// <summary>Square-and-add of two pseudo-answer intervals, for a difference of means of ratings.</summary>
    public const string PseudoAnswersSquareAndAdd = "pseudoAnswersSquareAndAdd";

    /// <summary>Two order statistics, for a quantile.</summary>
    public const string OrderStatistics = "orderStatistics";

    /// <summary>Cox's interval with Student's t, for the mean of log-normal numbers.</summary>
    public const string CoxStudentT = "coxT";

    /// <summary>Cox's interval with the normal quantile, for the mean of log-normal numbers.</summary>
    public const string Cox = "cox";

    /// <summary>Student's t on the logarithms, for a geometric mean.</summary>
    public const string LogStudentT = "logT";

    /// <summary>The bias-corrected and accelerated bootstrap interval.</summary>
    public const string BiasCorrectedAccelerated = "bca";

    /// <summary>Percentiles of the bootstrap.</summary>
    public const string BootstrapPercentile = "bootstrapPercentile";

    /// <summary>Percentiles of the bootstrap reflected about the estimate.</summary>
    public const string BootstrapBasic = "bootstrapBasic";

    /// <summary>The short name of an interval method of the bootstrap.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this BootstrapIntervalMethod method) =>
        method switch
        {
            BootstrapIntervalMethod.BiasCorrectedAccelerated => BiasCorrectedAccelerated,
            BootstrapIntervalMethod.Percentile => BootstrapPercentile,
            BootstrapIntervalMethod.Basic => BootstrapBasic,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };

    /// <summary>The short name of a method for means of log-normal numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this LogNormalMeanMethod method) =>
        method switch
        {
            LogNormalMeanMethod.CoxStudentT => CoxStudentT,
            LogNormalMeanMethod.Cox => Cox,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };

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
