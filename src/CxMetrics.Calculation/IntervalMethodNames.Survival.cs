using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation;

/// <content>Names for shares and times from censored durations.</content>
public static partial class IntervalMethodNames
{
    /// <summary>The log(−log) interval of a survival share.</summary>
    public const string SurvivalLogLog = "logLog";

    /// <summary>The log interval of a survival share.</summary>
    public const string SurvivalLog = "log";

    /// <summary>The plain interval of a survival share.</summary>
    public const string SurvivalPlain = "plain";

    /// <summary>Wilson's interval for a survival share of 1 or 0, with the effective number at risk.</summary>
    public const string SurvivalWilson = "wilsonAtRisk";

    /// <summary>Square-and-add of the intervals of two restricted means.</summary>
    public const string RestrictedMeanSquareAndAdd = "squareAndAdd";

    /// <summary>The short name of a method for survival shares.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this SurvivalIntervalMethod method) =>
        method switch
        {
            SurvivalIntervalMethod.LogLog => SurvivalLogLog,
            SurvivalIntervalMethod.Log => SurvivalLog,
            SurvivalIntervalMethod.Plain => SurvivalPlain,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };
}
