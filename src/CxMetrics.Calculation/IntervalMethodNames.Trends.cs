using CxMetrics.Calculation.Trends;

namespace CxMetrics.Calculation;

/// <content>Methods for trends.</content>
public static partial class IntervalMethodNames
{
    /// <summary>Sen's interval by the ranks of R's <c>trend</c> package.</summary>
    public const string SenRTrend = "senRTrend";

    /// <summary>Sen's interval by the ranks of scipy.</summary>
    public const string SenScipy = "senScipy";

    /// <summary>The normal interval of an estimate whose standard error is known.</summary>
    public const string Normal = "normal";

    /// <summary>The short name of a method for Sen's slope.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static string ToShortName(this SenIntervalMethod method) =>
        method switch
        {
            SenIntervalMethod.RTrend => SenRTrend,
            SenIntervalMethod.Scipy => SenScipy,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown interval method."),
        };
}
